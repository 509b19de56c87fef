import type { Body, Entry } from '../entry'
import { oneWord } from './place'
import { wordsOf } from './words'

/** One line, or with seq 0 whose conversation it is, as the index has it. */
export type SearchDocument = { seq: number; at: number; words: readonly string[] }

/** Words that nobody types: what a line is, not what it says. */
export const facets = {
  by: (by: string) => `_by_${by}`,
  author: (id: string) => `_a_${oneWord(id)}`,
  /** A word of its author's name. */
  named: (word: string) => `_w_${word}`,
  file: '_file',
  /** A word of the visitor's name or address: whose conversation it is. */
  visitor: (word: string) => `_n_${word}`,
} as const

/** Names of the files that came with a line. */
const filesIn = (body: Body): readonly string[] => {
  const files: unknown = 'files' in body ? body.files : []
  return Array.isArray(files) ? files.map(({ name }: { name?: unknown }) => String(name ?? '')) : []
}

/** What of a line is searched: what it says, and what its files are called. */
export const searchedText = ({ text, body }: Pick<Entry, 'text' | 'body'>): string =>
  [text, ...filesIn(body)].filter((part) => part !== '').join('\n')

/** What the desk says to everybody by itself: looked for, it would be found in every conversation. */
const isForEverybody = (body: Body): boolean =>
  body.kind === 'notice' && body.notice.code === 'greeted'

/** A line as the index has it, in its place; null for one that nobody could look for. */
export const documentOf = (entry: Entry, place: readonly string[]): SearchDocument | null => {
  const text = searchedText(entry)
  if (text === '' || isForEverybody(entry.body)) return null
  const words = [
    ...wordsOf(text),
    facets.by(entry.by),
    ...(entry.author === null ? [] : [facets.author(entry.author)]),
    ...wordsOf(entry.name).map(facets.named),
    ...(filesIn(entry.body).length > 0 ? [facets.file] : []),
    ...place,
  ]
  return { seq: entry.seq, at: entry.at, words }
}

/** Whose conversation it is, by name and address, and where it is. */
export const whoseDocument = (
  row: { visitorName: string; openedAt: number },
  email: string,
  place: readonly string[],
): SearchDocument => ({
  seq: 0,
  at: row.openedAt,
  words: [...wordsOf(`${row.visitorName} ${email}`).map(facets.visitor), ...place],
})
