import type { ConversationState } from '../../../actors/summary'

/** What waits, and since when the first of it does, ms UTC. */
export type Backlog = { count: number; since: number | null }

/** How much a desk has in hand. */
export interface Vitals {
  /** Open conversations, by where they stand. */
  open(): Promise<Partial<Record<ConversationState, number>>>
  /** Tells and timers that are due at `now` and were not delivered. */
  mailDue(now: number): Promise<Backlog>
  /** Mail (e-mail) that is due at `now`, and how many were given up. */
  letters(now: number): Promise<Backlog & { dead: number }>
}
