import { paths } from '../../../views/paths'
import { setStatus, statusForm } from '../../commands/agents/status'
import { staff } from '../person'
import { route } from '../route'
import { cameFrom } from './before'

export const setStatusRoute = route({
  method: 'POST',
  path: paths.workbench.status,
  permission: 'workbench.use',
  form: statusForm,
  run: ({ c, web, input }) => setStatus(web.desk, staff(c), input),
  to: ({ c }) => cameFrom(c),
})
