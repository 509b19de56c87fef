import type { Address } from './address'
import type { Entry } from './entry'

/**
 * What is rung after a commit: "look again at this topic". A fact is a hint, safe to lose,
 * repeat, reorder or forge; the truth is in the store.
 */
export type Fact = {
  topic: Address
  what:
    | 'said' // a transcript grew; `seq` is the newest
    | 'state' // the topic's own state changed
    | 'line' // who waits in this department changed
    | 'floor' // who is free in this department changed
    | 'closed' // what is closed in this department changed: one more, one less, one rated
    | 'row' // one conversation in this agent's list changed
    | 'typing' // somebody types; never stored
    | 'paused' // they have taken away all that they typed
    | 'seen' // somebody has read up to `seq`
  conversation?: string
  seq?: number
  /** In-process only: the entry itself. It never leaves the node. */
  entry?: Entry
  /** For `typing`, `paused` and `seen`: who typed or read. */
  by?: 'visitor' | 'agent'
  name?: string
}
