import { isProblem } from '../../../actors/problem'
import { paths } from '../../../views/paths'
import { visitor } from '../person'
import { presenceForm, readPresence } from '../presence-form'
import { route } from '../route'

/**
 * A visitor's page says whether it is looked at. Nothing of it is stored. A page that goes says so too,
 * and its browser may know its visitor no more by then: that is no fault of the page.
 */
export const presentInChat = route({
  method: 'POST',
  path: paths.chat.presence,
  permission: 'anyone',
  form: presenceForm,
  run: async ({ c, web, input }) => {
    const person = visitor(c)
    if (!person) return null
    const said = await readPresence(web, person.id, input)
    if (isProblem(said)) return said
    web.feeds.spoke(person.id, said.tab)
    web.feeds.visitorPages.say(person.id, said.tab, said.page)
    return null
  },
})
