import { paths } from '../../../views/paths'
import { route } from '../route'
import { workbenchPages } from './page'

export const showWorkbench = route({
  method: 'GET',
  path: paths.workbench.page,
  permission: 'workbench.use',
  show: (c, web) => workbenchPages(web).show(c, null),
})
