import { isProblem } from '../../../actors/problem'
import { paths } from '../../../views/paths'
import { staff } from '../person'
import { presenceForm, readPresence } from '../presence-form'
import { route } from '../route'

/** An agent's page without a socket answers a heartbeat. */
export const presentAtWorkbench = route({
  method: 'POST',
  path: paths.workbench.presence,
  permission: 'workbench.use',
  form: presenceForm,
  run: async ({ c, web, input }) => {
    const person = staff(c)
    const said = await readPresence(web, person.id, input)
    if (isProblem(said)) return said
    web.feeds.heartbeat(person.id)
    web.feeds.spoke(person.id, said.tab)
    return null
  },
})
