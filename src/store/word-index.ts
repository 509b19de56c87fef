import type { WriteStep } from './statements'

/** Words of which a document has one at least. */
export type Group = readonly string[]

/** Documents with one word of each group, newest first: those from `from` to before `until`. */
export type Candidates = {
  groups: readonly Group[]
  without: readonly string[]
  from: number
  until: number
  /** How many are found at most. */
  limit: number
  /** How often a word is looked up at most. */
  lookups: number
}

/** Where words are found: all that differs between the databases when something is searched. */
export type WordIndex = {
  /** What is kept of a document's words beside the index, for `remove`. */
  kept(words: readonly string[]): string
  add(id: number, words: readonly string[]): WriteStep<never>[]
  remove(id: number, kept: string): WriteStep<never>[]
  /** Remembers words, so that they are found by how they begin. */
  learn(words: readonly string[]): WriteStep<never>[]
  /** Asked with one group at least. `next` is where to go on; null at the end. */
  candidates(ask: Candidates): Promise<{ docs: number[]; next: number | null }>
  /** Forgets some of all words; answers whether there may be more. */
  clear(): Promise<boolean>
}
