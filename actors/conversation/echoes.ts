import { CHANGE_WINDOW_MS } from '../limits'
import type { EchoedEvent } from './change-events'
import type { ConversationContext as Context, Rule } from './context'
import { sayOtherwise, takeBack } from './entry-changes'
import type { Of } from './events'

/**
 * Whether what was done to an entry where this conversation went on is to be done here: mail may cross,
 * and what was taken back is not said otherwise any more.
 */
export const isNewEcho = (context: Context, { entry, line }: EchoedEvent): boolean =>
  entry.seq <= context.lastSeq &&
  context.withdrawn.every(({ clientId }) => clientId !== entry.clientId) &&
  context.echoes.every(({ seq, line: newest }) => seq !== entry.seq || newest < line)

/** Its author said it otherwise, or took it back, where it stands too; that was judged there. */
export const echo: Rule<Of<'echoed'>> = (context, event) => {
  const { entry, line, at } = event
  const done = event.does === 'withdrawn' ? takeBack(context, event) : sayOtherwise(context, event)
  const others = context.echoes.filter(
    ({ seq, at: then }) => seq !== entry.seq && at - then <= CHANGE_WINDOW_MS,
  )
  const echoes = [...others, { seq: entry.seq, line, at: entry.at }]
  return { ...done, context: { ...done.context, echoes } }
}
