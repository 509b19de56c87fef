import type { Staff } from '../../../actors/people'
import type { Problem } from '../../../actors/problem'
import { paths } from '../../../views/paths'
import { say } from '../../commands/conversations/say'
import { type Said, sayForm } from '../../commands/conversations/write'
import type { Desk, From } from '../../commands/desk'
import { typed } from '../body'
import { readerOf } from '../context'
import type { Route } from '../route'
import { answerSaid } from '../said'
import { listBefore } from '../workbench/before'
import { conversationVerb } from './verb'

const { workbench } = paths

/** Something is written in a conversation by `write`, and comes back with what was wrong with it. */
export const writingVerb = ({
  write,
  isNote = false,
  ...verb
}: Pick<Parameters<typeof conversationVerb>[0], 'path' | 'permission' | 'asks'> & {
  write: (
    desk: Desk,
    person: Staff,
    id: string,
    input: unknown,
    from: From,
  ) => Promise<Said | Problem>
  isNote?: boolean
}): Route =>
  conversationVerb({
    ...verb,
    form: sayForm,
    run: ({ c, web, input, subject: { person, id } }) =>
      write(web.desk, person, id, input, { address: c.get('address')() }),
    made: ({ c, web, subject: { person, id } }, said) => {
      const to = workbench.conversation(id, listBefore(c))
      return answerSaid(c, web.reads, said, readerOf(c, 'desk', person.id), to)
    },
    draft: ({ input }) => ({ draft: typed(input, 'text'), isNote }),
  })

export const sayInConversation = writingVerb({
  path: workbench.messages,
  permission: 'conversations.reply',
  asks: 'say',
  write: say,
})
