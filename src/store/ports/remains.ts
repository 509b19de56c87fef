import type { By, Entry } from '../../../actors/entry'
import type { AnyEvent } from '../../../actors/events'
import type { OriginKey } from './origins'

/** A line as it is kept. */
export type KeptLine = Pick<Entry, 'conversation' | 'seq' | 'author' | 'name' | 'text' | 'body'> & {
  by: By
}

/** Where words of people are kept beside their lines: a row by its key, and the words by their columns. */
export type KeptTexts = { key: readonly string[]; words: Readonly<Record<string, unknown>> }

/** Tables that have such words. */
export const textTables = [
  ...['letters', 'drafts', 'scheduled', 'cannedReplies', 'macros', 'views', 'blocks', 'files'],
  ...['mail', 'visitorMerges', 'formerTexts', 'tags'],
] as const
export type TextTable = (typeof textTables)[number]

/** How many rows of each went. */
export type Dropped = { letters: string[]; unsent: number; blocks: number }

/**
 * What is left of somebody, wherever it lies: read and written row by row by who erases them, past all
 * turns. Nothing else may.
 */
export interface Remains {
  /** Visitors with one of these addresses, in whatever case; and those who are one with any of these. */
  visitorsOf(ask: { emails: readonly string[]; visitors: readonly string[] }): Promise<string[]>
  /** Who goes by one of these names, whatever its case. */
  namesakes(names: readonly string[]): Promise<{ id: string; name: string }[]>
  /** Lines of all conversations after one, in the order of their keys. */
  lines(after: { conversation: string; seq: number } | null, limit: number): Promise<KeptLine[]>
  linesOf(conversation: string, after: number, limit: number): Promise<KeptLine[]>
  putLines(lines: readonly KeptLine[]): Promise<void>
  /** What lines of these authors said before it was changed. */
  dropFormer(conversation: string, authors: readonly string[]): Promise<void>
  /** Their reactions are somebody else's. */
  giveReactions(
    conversation: string,
    authors: readonly string[],
    to: { author: string; name: string },
  ): Promise<void>
  putEvents(address: string, events: readonly { version: number; event: AnyEvent }[]): Promise<void>
  /** Rows of one table after a key, in the order of their keys. */
  texts(table: TextTable, after: readonly string[] | null, limit: number): Promise<KeptTexts[]>
  putTexts(table: TextTable, rows: readonly KeptTexts[]): Promise<void>
  /**
   * Mail about these conversations or to these addresses, what was to be written in them, and what keeps
   * these visitors out. Answers what went, mail by its ids.
   */
  dropBeside(ask: {
    conversations: readonly string[]
    visitors: readonly string[]
    emails: readonly string[]
    values: readonly string[]
  }): Promise<Dropped>
  /** All that is kept of visitors beside their journals. Answers how many visits there were. */
  dropVisitors(visitors: readonly string[]): Promise<number>
  /** What came from elsewhere is called something else there from now on. */
  renameOrigins(all: readonly (OriginKey & { as: string })[]): Promise<void>
  /** Nothing is left of what an act told, but what proves that it was not altered. */
  emptyActs(acts: readonly { id: string; digest: string }[]): Promise<void>
  /** Words that are in no line any more are found by nobody. Answers how many went. */
  dropWords(words: readonly string[]): Promise<number>
}
