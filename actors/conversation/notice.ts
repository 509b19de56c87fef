import type { Effect } from '../effects'
import type { Notice } from '../entry'
import type { ConversationContext as Context } from './context'

export type At = { at: number }

/** The client id of what the desk says. These are its own: people's cannot start so. */
export const deskClientId = (seq: number) => `desk-${seq}`

/**
 * The desk speaks in the transcript. `text` is what a person said with it, `changes` the client id
 * of the entry that it takes the place of.
 */
export const notice = (
  context: Context,
  event: At,
  words: Notice,
  { text = '', changes = null }: { text?: string; changes?: string | null } = {},
) => {
  const seq = context.lastSeq + 1
  const append: Effect = {
    do: 'append',
    entry: {
      seq,
      clientId: deskClientId(seq),
      by: 'desk',
      author: null,
      name: '',
      at: orderedAt(context, event),
      text,
      body: { kind: 'notice', notice: words },
      changes,
    },
  }
  return { context: { lastSeq: seq, lastAt: orderedAt(context, event) }, effects: [append] }
}

/** The same for what ends it, makes it go on or puts it into other hands. */
export const moveNotice = (context: Context, event: At, words: Notice) => {
  const { context: told, effects } = notice(context, event, words)
  return { context: { ...told, movedSeq: told.lastSeq, movedAt: told.lastAt }, effects }
}

/** Clocks of two nodes may differ; the times in one transcript never run backwards. */
export const orderedAt = (context: Context, event: At) => Math.max(context.lastAt, event.at)
