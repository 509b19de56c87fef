import { and, count, desc, eq, gte, inArray, lt } from 'drizzle-orm'
import type { QueryContext, WordIndexOver } from '../query-context'
import type { WriteStep } from '../statements'
import type { SearchTables } from '../tables/search'
import type { Candidates, WordIndex } from '../word-index'

/** Documents of a word that are counted, to see which is the rarest. */
const COUNTED = 5_000
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

type Words = readonly string[]

const candidatesOver = (base: QueryContext<SearchTables>): WordIndex['candidates'] => {
  const { countOf, newest, having } = lookingOver(base)
  /** The rarest first: the others are only looked up in its documents. None where one is nowhere. */
  const byCount = async (ask: Candidates): Promise<readonly Words[]> => {
    const { groups } = ask
    if (groups.length < 2) return groups
    const count = async (words: Words) => ({ words, n: await countOf(words, ask) })
    const counted = await Promise.all(groups.map(count))
    if (counted.some(({ n }) => n === 0)) return []
    return counted.sort((a, b) => a.n - b.n).map(({ words }) => words)
  }
  // One question is looked through a stretch at a time, and its words are counted for the first.
  const ordered = new WeakMap<object, Promise<readonly Words[]>>()
  return async (ask) => {
    const order = ordered.get(ask.groups) ?? byCount(ask)
    ordered.set(ask.groups, order)
    const [rarest, ...others] = await order
    if (!rarest) return { docs: [], next: null }
    const looked = await newest(rarest, ask)
    let docs = looked
    for (const other of others) {
      const there = await having(docs, other)
      docs = docs.filter((doc) => there.has(doc))
    }
    const without = await having(docs, ask.without)
    const next = looked.length < ask.limit ? null : (looked.at(-1) ?? null)
    return { docs: docs.filter((doc) => !without.has(doc)), next }
  }
}

/** Each question reads a stretch of the index of one word, or looks up so many of its documents. */
const lookingOver = ({ db, tables: { searchWords } }: QueryContext<SearchTables>) => {
  const { word, doc } = searchWords
  const of = (one: string, { from, until }: Candidates) =>
    db
      .select({ doc })
      .from(searchWords)
      .where(and(eq(word, one), gte(doc, from), lt(doc, until)))
  return {
    countOf: async (words: Words, ask: Candidates): Promise<number> => {
      const counts = words.map(async (one) => {
        const some = of(one, ask).limit(COUNTED).as('some')
        return (await db.select({ n: count() }).from(some))[0]?.n ?? 0
      })
      return (await Promise.all(counts)).reduce((sum, n) => sum + n, 0)
    },
    newest: async (words: Words, ask: Candidates): Promise<number[]> => {
      const lists = words.map((one) => of(one, ask).orderBy(desc(doc)).limit(ask.limit))
      const docs = (await Promise.all(lists)).flat().map((row) => row.doc)
      return [...new Set(docs)].sort((a, b) => b - a).slice(0, ask.limit)
    },
    having: async (docs: readonly number[], words: Words): Promise<ReadonlySet<number>> => {
      if (docs.length === 0 || words.length === 0) return new Set()
      const rows = await db
        .select({ doc })
        .from(searchWords)
        .where(and(inArray(word, [...words]), inArray(doc, [...docs])))
      return new Set(rows.map((row) => row.doc))
    },
  }
}
