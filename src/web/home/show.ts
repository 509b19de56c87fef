import { HomePage } from '../../../views/home'
import { paths } from '../../../views/paths'
import { page } from '../answer'
import { visitorLook } from '../context'
import { route } from '../route'

/** The front door. */
export const showHome = route({
  method: 'GET',
  path: paths.home,
  permission: 'anyone',
  findable: true,
  show: (c) => page(c, HomePage({ ...visitorLook(c), staff: c.get('person')?.kind === 'staff' })),
})
