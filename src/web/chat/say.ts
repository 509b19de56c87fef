import { Problem } from '../../../actors/problem'
import { paths } from '../../../views/paths'
import { sayForm, sayHere } from '../../commands/conversations/say'
import { current } from '../../commands/visitors/current'
import { typed } from '../body'
import { readerOf } from '../context'
import { visitor } from '../person'
import { route } from '../route'
import { answerSaid } from '../said'
import { chatPages } from './page'

export const sayInChat = route({
  method: 'POST',
  path: paths.chat.messages,
  permission: 'anyone',
  form: sayForm,
  run: ({ c, site, input }) => {
    const person = visitor(c)
    if (!person) return new Problem('conflict', 'chatEnded')
    return sayHere(site.desk, person, input, { address: c.get('address')() })
  },
  made: ({ c, site }, said) => {
    const viewer = c.get('person')?.id ?? ''
    return answerSaid(c, site.feeds, said, readerOf(c, 'visitor', viewer), paths.chat.page)
  },
  refused: async ({ c, site, input }, problem) => {
    const show = chatPages(site.desk, site.feeds)
    const person = visitor(c)
    const row = person && (await current(site.desk, person.id))
    return row
      ? show.refused(c, person, row.id, problem, typed(input, 'text'))
      : show.start(c, { input: { text: input.text }, problem })
  },
})
