import type { RuleOf } from '../rule'
import type { Invitation } from './invitation'
import { emptyProfile, type Profile } from './profile'

/** What came later to be remembered: older snapshots have nothing of it. */
type Added = {
  /** Where they last asked from, as limits count it; empty when that is not known. */
  address: string
  /** Who they are on the site that has proven it; empty for who is not known. */
  subject: string
  /** What a site says of them beside that. */
  fromSite: Readonly<Record<string, string>>
  profile: Profile
  /** The newest. */
  invitation: Invitation | null
  /** What has invited them by itself. */
  triggers: readonly string[]
  /** When they declined last, ms UTC. */
  declinedAt: number | null
  /** Colleagues want them to stand first. */
  pinned: boolean
  /** The visitor they are one with; null where they are themselves. */
  mergedInto: string | null
  /** What went on in another one of theirs, newest first: something on its way there may come once more. */
  movedFrom: readonly string[]
}

export const addedToVisitor: Added = {
  ...{ address: '', subject: '', fromSite: {} },
  ...{ pinned: false, mergedInto: null },
  ...{ profile: emptyProfile, invitation: null, triggers: [], declinedAt: null, movedFrom: [] },
}

/** What the desk remembers of a visitor. */
export type VisitorContext = Added & {
  id: string
  name: string
  email: string
  language: string
  /** The open conversation, or the last one; null before the first. */
  conversation: string | null
  /** The newest that each of these conversations told, by the version of its turn. */
  news: Readonly<Record<string, number>>
  /** The request that opened it: the same request again opens nothing new. */
  clientId: string
  /** Earlier conversations, newest first; a few, for the agent. */
  earlier: readonly string[]
}

/** What it does about an event. */
export type Rule<E> = RuleOf<VisitorContext, E>

export const initialVisitor = (id: string): VisitorContext => ({
  id,
  name: '',
  email: '',
  language: 'en',
  conversation: null,
  news: {},
  clientId: '',
  earlier: [],
  ...addedToVisitor,
})
