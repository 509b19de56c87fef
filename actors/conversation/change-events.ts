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

/** Where an entry came from that stands here since a merge: a conversation, and what it is there. */
export type Origin = { conversation: string; entry: EntryRef }

type Revision = { text: string; files?: readonly SentFile[] }
/** Of what came from elsewhere all of these, for it is the same there. */
type WithOrigins = { origins?: readonly Origin[] }

/** What people do to an entry that is there: a line of its own, which names it. */
export type ChangeEvent =
  /** Its author says it otherwise. */
  | (Change &
      WithOrigins &
      Revision & { type: 'revised'; mentions?: readonly Mention[]; clientId?: string })
  /** Its author takes it back. */
  | (Change & WithOrigins & { type: 'withdrawn' })
  /** Somebody puts an emoji to it, or takes theirs off. */
  | (Change & { type: 'reacted'; emoji: string; adds: boolean })

export const changeEvents = [
  'revised',
  'withdrawn',
  'reacted',
] as const satisfies readonly ChangeEvent['type'][]

/**
 * Its author has changed an entry in the conversation that this one went on in: by a line of that one,
 * whose number says which of several is the newer.
 */
export type EchoedEvent = Change & { type: 'echoed'; line: number } & (
    | ({ does: 'revised' } & Revision)
    | { does: 'withdrawn' }
  )

/** The newest line elsewhere by which an entry was said otherwise here, by the seq it has here. */
export type Echo = { seq: number; line: number; at: number }

/** An entry that was taken back, for as long as it could be changed. */
export type WithdrawnEntry = { clientId: string; at: number }
