import type { WordIndexOver } from '../query-context'
import type { WriteStep } from '../statements'
import { candidatesOver } from './word-index/candidates'

/** Words that one statement removes. */
const CLEARED = 10_000

/**
 * Each word with each of its documents, in the order of their time. The server's own index of words
 * knows neither Chinese nor an order: it reads all that a word has before it gives any.
 */
export const wordIndexOver: WordIndexOver = (base) => ({
  kept: (words) => words.join(' '),
  add: (id, words) => {
    const pairs = words.map((word) => [word, id])
    return insert('search_words (word, doc)', '(?, ?)', pairs)
  },
  remove: (id, kept) => (kept === '' ? [] : [removal(id, kept.split(' '))]),
  learn: (words) =>
    insert(
      'search_terms (word)',
      '(?)',
      words.map((word) => [word]),
    ),
  candidates: candidatesOver(base),
  clear: async () => {
    const sql = `delete from search_words limit ${CLEARED}`
    await base.write([{ statement: { sql }, values: [] }])
    return (await base.db.select().from(base.tables.searchWords).limit(1)).length > 0
  },
})

const insert = (into: string, marks: string, rows: (string | number)[][]): WriteStep[] => {
  if (rows.length === 0) return []
  const sql = `insert ignore into ${into} values ${rows.map(() => marks).join(', ')}`
  return [{ statement: { sql }, values: rows.flat() }]
}

const removal = (id: number, words: readonly string[]): WriteStep => ({
  statement: {
    sql: `delete from search_words where doc = ? and word in (${words.map(() => '?').join(', ')})`,
  },
  values: [id, ...words],
})
