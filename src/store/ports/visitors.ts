import type { MovedWith } from '../../../actors/visitor/merge'
import type { VisitorRow } from '../../../actors/visitor/summary'
import type { Visit } from '../../../actors/visitor/visit'

/** A visitor as the office lists them. */
export type VisitorSeen = VisitorRow & {
  /** When they opened a page last, ms UTC; null where that is not known any more. */
  seenAt: number | null
  /** Where they were then, ISO 3166; empty for nowhere known. */
  country: string
  conversations: number
}

/** Which visitors somebody looks for; those who stand first do so in the order of `seen` alone. */
export type VisitorsAsk = {
  /** Each of these is in their name, address or company: as `folded` makes them. */
  words: readonly string[]
  tag?: string
  /** A part of it, folded. */
  company?: string
  language?: string
  country?: string
  pinned?: boolean
  order: 'seen' | 'name' | 'email'
  descending: boolean
  after: { by: string | number; id: string } | null
}

/** Two visitors who became one, and whether they are two again. */
export type VisitorMerge = {
  id: string
  from: string
  into: string
  at: number
  by: string
  byName: string
  undoneAt: number | null
  moved: MovedWith
}

export interface Visitors {
  find(id: string): Promise<VisitorRow | undefined>
  /** Those of some visitors of whom there is something to be told: of who was erased there is nothing. */
  there(ids: readonly string[]): Promise<string[]>
  /** A page of those who are themselves, not one with another. */
  page(ask: VisitorsAsk, limit: number): Promise<VisitorSeen[]>
  /** All of them with one of these addresses, as they are written. */
  byEmails(emails: readonly string[]): Promise<VisitorRow[]>
  /** Countries that they were in when they were seen last, and languages they read. */
  countries(): Promise<string[]>
  languages(): Promise<string[]>
  /** How many of them there are. */
  count(): Promise<number>
  /** Keeps what is to go over, before anything does. */
  addMerge(merge: VisitorMerge): Promise<void>
  /** The newest first, into or out of this visitor. */
  merges(visitor: string): Promise<VisitorMerge[]>
  findMerge(id: string): Promise<VisitorMerge | undefined>
  /** It is undone, at a time. */
  endMerge(id: string, at: number): Promise<void>
  /** Hashes of the cookies and of the subjects that are this visitor's. */
  keysOf(visitor: string): Promise<{ tokens: string[]; subjects: string[] }>
  /** These are another visitor's now. */
  giveKeys(
    keys: { tokens: readonly string[]; subjects: readonly string[] },
    to: string,
  ): Promise<void>
  /** Their visit in place of what there is; null for none. */
  putVisit(visitor: string, visit: Visit | null): Promise<void>
}
