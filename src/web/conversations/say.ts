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
  run: ({ c, web, input, subject: { person, id } }) =>
    say(web.desk, person, id, input, { address: c.get('address')() }),
  made: ({ c, web, subject: { person, id } }, said) => {
    const to = workbench.conversation(id, listBefore(c))
    return answerSaid(c, web.feeds, said, readerOf(c, 'desk', person.id), to)
  },
  draft: ({ input }) => typed(input, 'text'),
})
