import type { Effect } from '../effects'
import type { Notice } from '../entry'
import type { ConversationContext as Context } from './context'

export type At = { at: number }

/** The desk speaks in the transcript. Its client ids are its own: people's cannot start so. */
export const notice = (context: Context, event: At, words: Notice) => {
  const seq = context.lastSeq + 1
  const append: Effect = {
    do: 'append',
    entry: {
      seq,
      clientId: `desk-${seq}`,
      by: 'desk',
      author: null,
      name: '',
      at: later(context, event),
      text: '',
      body: { kind: 'notice', notice: words },
      changes: null,
    },
  }
  return { context: { lastSeq: seq, lastAt: later(context, event) }, effects: [append] }
}

/** Clocks of two nodes may differ; the times in one transcript never run backwards. */
export const later = (context: Context, event: At) => Math.max(context.lastAt, event.at)
