import { paths } from '../../../views/paths'
import { refreshS } from '../../../views/refresh'
import { route } from '../route'
import { workbenchPages } from './page'

export const showWorkbench = route({
  method: 'GET',
  path: paths.workbench.page,
  permission: 'workbench.use',
  renewsS: refreshS.lists,
  show: (c, web) => workbenchPages(web).show(c, null),
})
