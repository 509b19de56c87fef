import type { Mention, SentFile } from '../entry'
import type { EntryRef } from './rights'

/** Who does it, when, and to which entry. */
type Change = {
  at: number
  by: 'visitor' | 'agent'
  author: string
  name: string
  entry: EntryRef
}

/** What people do to an entry that is there: a line of its own, which names it. */
export type ChangeEvent =
  /** Its author says it otherwise. */
  | (Change & {
      type: 'revised'
      text: string
      files?: readonly SentFile[]
      mentions?: readonly Mention[]
      clientId?: string
    })
  /** Its author takes it back. */
  | (Change & { type: 'withdrawn' })
  /** Somebody puts an emoji to it, or takes theirs off. */
  | (Change & { type: 'reacted'; emoji: string; adds: boolean })

export const changeEvents = [
  'revised',
  'withdrawn',
  'reacted',
] as const satisfies readonly ChangeEvent['type'][]

/** An entry that was taken back, for as long as it could be changed. */
export type WithdrawnEntry = { clientId: string; at: number }
