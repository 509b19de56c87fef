import { Problem } from '../../../actors/problem'
import { paths } from '../../../views/paths'
import { sayHere } from '../../commands/conversations/say'
import { sayForm } from '../../commands/conversations/write'
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
  run: ({ c, web, input }) => {
    const person = visitor(c)
    if (!person) return new Problem('conflict', 'chatEnded')
    return sayHere(web.desk, person, input, { address: c.get('address')() })
  },
  made: ({ c, web }, said) => {
    const viewer = c.get('person')?.id ?? ''
    return answerSaid(c, web.reads, said, readerOf(c, 'visitor', viewer), paths.chat.page)
  },
  refused: async ({ c, web, input }, problem) => {
    const show = chatPages(web.desk, web.reads)
    const person = visitor(c)
    const row = person && (await current(web.desk, person.id))
    return row
      ? show.refused(c, person, row.id, problem, { draft: typed(input, 'text') })
      : show.start(c, { input: { text: input.text }, problem })
  },
})
