import { paths } from '../../../views/paths'
import { say, sayForm } from '../../commands/conversations/say'
import { typed } from '../body'
import { readerOf } from '../context'
import { answerSaid } from '../said'
import { listBefore } from '../workbench/before'
import { conversationVerb } from './verb'

const { workbench } = paths

export const sayInConversation = conversationVerb({
  path: workbench.messages,
  permission: 'conversations.reply',
  asks: 'say',
  form: sayForm,
  run: ({ c, site, input, subject: { person, id } }) =>
    say(site.desk, person, id, input, { address: c.get('address')() }),
  made: ({ c, site, subject: { person, id } }, said) => {
    const to = workbench.conversation(id, listBefore(c))
    return answerSaid(c, site.feeds, said, readerOf(c, 'desk', person.id), to)
  },
  draft: ({ input }) => typed(input, 'text'),
})
