import { paths } from '../../../views/paths'
import { answerMissing, seeOther } from '../answer'
import { staff } from '../person'
import { route } from '../route'

/** Leads to the first page that somebody may open, if there is any. */
export const showOffice = route({
  method: 'GET',
  path: paths.office.page,
  permission: 'office.use',
  show: (c, web) => {
    const [first] = web.menu(staff(c))
    return first ? seeOther(c, first.path) : answerMissing(c)
  },
})
