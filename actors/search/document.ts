import type { Body, Entry } from '../entry'
import { wordsOf } from './words'

/** One line, or with seq 0 whose conversation it is, as the index has it. */
export type SearchDocument = { seq: number; at: number; words: readonly string[] }

/** Words that nobody types: what a line is, not what it says. */
export const facets = {
  by: (by: string) => `_by_${by}`,
  author: (id: string) => `_a_${plain(id)}`,
  /** A word of its author's name. */
  named: (word: string) => `_w_${word}`,
  file: '_file',
  /** A word of the visitor's name or address: whose conversation it is. */
  visitor: (word: string) => `_n_${word}`,
  /** Where its conversation is: with which department, with whom or ringing at whom, under which tag. */
  department: (id: string) => `_d_${plain(id)}`,
  holder: (id: string) => `_h_${plain(id)}`,
  beside: (key: string) => `_t_${cut(plain(key), BESIDE_CHARS)}`,
} as const

/** Code points of what colleagues wrote beside the talk; what is longer is told apart by its row. */
const BESIDE_CHARS = 40
const cut = (word: string, chars: number) => Array.from(word).slice(0, chars).join('')

/** One word of every database: ASCII has only letters, digits and low lines then. */
const plain = (id: string) => id.toLowerCase().replace(/(?![a-z0-9])[\0-\x7F]/g, '_')

/** Where a conversation is, as far as it is searched by. */
export type Place = {
  department: string
  agent: string | null
  offeredTo: string | null
  /** As its row has them: each between two ends of a line. */
  searchKeys: string | null
}

/** The words of a place, which all lines of a conversation have. */
export const placeWords = ({ department, agent, offeredTo, searchKeys }: Place): string[] => {
  const holders = [agent, offeredTo].filter((id) => id !== null)
  const keys = (searchKeys ?? '').split('\n').filter((key) => key !== '')
  const words = [
    facets.department(department),
    ...holders.map(facets.holder),
    ...keys.map(facets.beside),
  ]
  return [...new Set(words)]
}

/** Those of some words that say where a conversation is. */
export const placeWordsIn = (words: string): string[] =>
  words.split(' ').filter((word) => /^_[dht]_/.test(word))

/** Names of the files that came with a line. */
const filesIn = (body: Body): readonly string[] => {
  const files: unknown = 'files' in body ? body.files : []
  return Array.isArray(files) ? files.map(({ name }: { name?: unknown }) => String(name ?? '')) : []
}

/** What of a line is searched: what it says, and what its files are called. */
export const searchedText = ({ text, body }: Pick<Entry, 'text' | 'body'>): string =>
  [text, ...filesIn(body)].filter((part) => part !== '').join('\n')

/** A line as the index has it, in its place; null for one that nobody could look for. */
export const documentOf = (entry: Entry, place: readonly string[]): SearchDocument | null => {
  const text = searchedText(entry)
  if (text === '') return null
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
