import type { ConversationContext as Context } from './context'
import { type At, orderedAt } from './notice'

/** Of how many messages that nobody answers it is known which they are. */
const KNOWN_MESSAGES = 100

/** Some more messages of the visitor wait for an answer, the newest of which has this seq. */
export const waitFor = (
  context: Context,
  { saidSeq, unread: count, ...event }: At & { saidSeq: number; unread: number },
): Partial<Context> => {
  const some = Math.min(count, KNOWN_MESSAGES)
  const seqs = Array.from({ length: some }, (_, nth) => saidSeq - some + 1 + nth)
  // Copied as a whole and once: whoever writes on and on would pay for each of them.
  const tooMany = Math.max(0, context.unanswered.length + some - KNOWN_MESSAGES)
  return {
    unanswered: context.unanswered.slice(tooMany).concat(seqs),
    unansweredSince: context.unansweredSince ?? orderedAt(context, event),
    unread: context.unread + count,
  }
}

/** The visitor has written. */
export const asked = (context: Context, event: At, seq: number): Partial<Context> => ({
  ...waitFor(context, { at: event.at, saidSeq: seq, unread: 1 }),
  seenByVisitor: seq,
  askedSeq: seq,
})

/** Nothing the visitor wrote waits for an answer. */
export const nothingWaits = {
  unanswered: [],
  unansweredSince: null,
  unread: 0,
} satisfies Partial<Context>

/** The desk has answered, and so has read what came before. */
export const answered = (seq: number): Partial<Context> => ({
  ...nothingWaits,
  answered: true,
  seenByAgent: seq,
})

/** Whoever gets it now has seen nothing of it, whatever a colleague has. */
export const unreadAnew = ({ unanswered }: Context): Pick<Context, 'unread'> => ({
  unread: unanswered.length,
})

/** Since when its visitor waits: for an answer, or else for somebody to come, ms UTC. */
export const waitsSince = ({ unansweredSince, since }: Context): number => unansweredSince ?? since
