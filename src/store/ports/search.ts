import type { Entry } from '../../../actors/entry'
import type { SearchDocument } from '../../../actors/search/document'
import type { SearchStatus } from '../../../actors/search/query'

/** Whose conversations may be found: everybody's, or one's own and those of some departments. */
export type Sight = { all: boolean; person: string; departments: readonly string[] }

export type SearchAsk = {
  /**
   * A line has all of these, one that begins with each of those, and none of the last. Some dozens
   * at most: a server joins no more.
   */
  words: readonly string[]
  beginnings: readonly string[]
  without: readonly string[]
  /** Lines, or whose conversations they are. */
  of: 'lines' | 'people'
  /** ms UTC: not before this, and earlier than that. */
  after: number | null
  before: number | null
  /** What its conversation is like: ids, and keys of what colleagues did beside it. */
  agent: string | null
  department: string | null
  keys: readonly string[]
  status: SearchStatus | null
  sight: Sight
  /** Whether a line that has the words is one that is looked for; null for all of them. */
  says: ((line: Entry) => boolean) | null
  /** Where the page before has ended; null for the newest. */
  until: number | null
  limit: number
}

/** A line that has all the words, as it is now; without one, whose conversation it is. */
export type Hit = { id: number; conversation: string; entry: Entry | null }

/** Newest first. `next` is where to go on, though there may be nothing any more; null at the end. */
export type Found = { hits: Hit[]; next: number | null }

/** A conversation of which the index does not have all, or not where it is now: then all of it. */
export type Behind = {
  conversation: string
  from: number
  to: number
  /** How far the index was with it; null for not at all. */
  was: number | null
  /** Words of where it is. */
  place: readonly string[]
}

/** What the index takes in of one conversation, in place of what it has of the same lines. */
export type Intake = Behind & { documents: readonly SearchDocument[]; drops: readonly number[] }

/**
 * An index of all that was said. It follows what is stored and is never the truth: what is found is
 * read where it was stored, as it is now. `words` are those of `actors/search/words.ts`.
 */
export interface Search {
  /** Looks through so many lines at most, then says where to go on. */
  find(ask: SearchAsk): Promise<Found>
  /**
   * Which of the conversations before an id, newest first, are behind; `next` is where to go on,
   * null at the end.
   */
  behind(before: string | null, limit: number): Promise<{ behind: Behind[]; next: string | null }>
  /** Which of these are behind. */
  behindOf(conversations: readonly string[]): Promise<Behind[]>
  /** Words of the documents that say whose conversations these are. */
  whose(conversations: readonly string[]): Promise<Map<string, string>>
  /** `stale`: somebody else took some of it in meanwhile, and nothing was written. */
  take(intakes: readonly Intake[]): Promise<'done' | 'stale'>
  /** Forgets a conversation with all its lines. */
  forget(conversation: string): Promise<void>
  /** Forgets some of all there is; answers whether there is more. */
  clear(): Promise<boolean>
  /** Whether a node has work for itself until a time: it had it, or nobody else does. */
  lease(name: string, holder: string, now: number, until: number): Promise<boolean>
}
