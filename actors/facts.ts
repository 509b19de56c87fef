import type { Address } from './address'
import type { Entry } from './entry'
import type { PageState } from './page-state'

/** What can be rung of a topic. */
export const factKinds = [
  'said', // a transcript grew; `seq` is the newest
  'state', // the topic's own state changed
  'line', // who waits in this department changed
  'floor', // who is free in this department changed
  'held', // who holds what in this department changed, or what is put off
  'closed', // what is closed in this department changed: one more, one less, one rated
  'row', // one conversation in this agent's list changed
  'typing', // somebody types; never stored
  'paused', // they have taken away all that they typed
  'seen', // somebody has read up to `seq`
  'looking', // a colleague has it open, or no longer; never stored
  'sneakPeek', // what its visitor has typed so far, where that is shown; never stored
  'scheduled', // what is to be sent later in it changed
  'page', // a visitor's page is somewhere else than before; never stored
  'visited', // a visitor has opened a page of the site
  'whose', // cookies of visitors are another's now
  'texts', // what visitors read is said otherwise
  'settings', // what holds for the whole desk changed
  'blocks', // who is kept out of the desk changed
  'macros', // what can be done by one press changed
  'mentioned', // an agent was called by name in a conversation, or has read that; in a conversation: who is may be others
  'erased', // somebody was: what stood in transcripts stands there no more
  'whereabouts', // somebody wants to know where a visitor's page is
] as const

/**
 * What is rung after a commit: "look again at this topic". A fact is a hint, safe to lose,
 * repeat, reorder or forge; the truth is in the store.
 */
export type Fact = {
  topic: Address
  what: (typeof factKinds)[number]
  /** For `whereabouts`: after whom else is asked, so that many are asked after in one. */
  also?: readonly Address[]
  conversation?: string
  seq?: number
  /** In-process only: the entry itself. It never leaves the node. */
  entry?: Entry
  /** For `typing`, `paused`, `looking` and `seen`: who typed, looks or read. */
  by?: 'visitor' | 'agent'
  name?: string
  /** Whose keys they are, or who looks, where it is a colleague. */
  agent?: string
  /** For `typing`: what they write is for colleagues only. */
  inside?: boolean
  /** For `sneakPeek`: what was typed. */
  text?: string
  /** For `page` and `looking`: where it is since when, ms UTC, and which node says so. */
  page?: PageState
  at?: number
  node?: string
}
