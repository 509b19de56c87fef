import { and, desc, inArray, type SQL, sql } from 'drizzle-orm'
import type { QueryContext } from '../../query-context'
import type { SearchTables } from '../../tables/search'
import type { Candidates, Group, WordIndex } from '../../word-index'
import { weighed } from './each'
import { sparsestFirstOver, WEIGHED, type Weight } from './sparsest'

/**
 * The server goes through the documents of the sparsest words of a question, newest first, and looks
 * up the others in each: no list leaves it but that of what has them all.
 */
export const candidatesOver = (base: QueryContext<SearchTables>): WordIndex['candidates'] => {
  const bottomOf = bottomOver(base)
  const sparsestFirst = sparsestFirstOver(base)
  // One question is looked through a stretch at a time, and its words are weighed for the first.
  const ordered = new WeakMap<object, Promise<readonly Weight[]>>()
  return async (ask) => {
    const order = ordered.get(ask.groups) ?? sparsestFirst(ask)
    ordered.set(ask.groups, order)
    const [sparsest, ...more] = await order
    if (!sparsest) return { docs: [], next: null }
    const { words: driver, n } = sparsest
    const others = more.map(({ words }) => words)
    const lookups = others.reduce((sum, words) => sum + words.length, 1 + ask.without.length)
    const rows = Math.ceil(ask.lookups / lookups / driver.length)
    const areAll = n < Math.min(rows, WEIGHED)
    const bottom = areAll ? null : await bottomOf(driver, ask, rows)
    const docs = await having(base, { ...ask, driver, others, from: bottom ?? ask.from })
    const last = docs.length < ask.limit ? bottom : docs.at(-1)
    return { docs: [...new Set(docs)], next: last ?? null }
  }
}

/** Down to which document each of some words has so many at most; null where that is all they have. */
const bottomOver =
  (base: QueryContext) =>
  async (words: Group, stretch: Candidates, rows: number): Promise<number | null> => {
    const found = await weighed(base, words, stretch, rows)
    const more = found.filter(({ n }) => n === rows)
    return more.length === 0 ? null : Math.max(...more.map(({ down }) => down))
  }

type Having = Candidates & { driver: Group; others: readonly Group[] }

/**
 * Joined in this order and no other: as soon as there are enough, nothing is looked up any more. What
 * is looked up is one row of the primary key each time. A document may come more than once.
 */
const having = async (
  { db, tables: { searchWords } }: QueryContext<SearchTables>,
  { driver, others, without, from, until, limit }: Having,
): Promise<number[]> => {
  const joins: SQL[] = []
  const holds: SQL[] = []
  const join = (kind: SQL, word: string): SQL => {
    const name = sql.raw(`w${joins.length + 1}`)
    joins.push(sql` ${kind} search_words ${name} on ${name}.word = ${word} and ${name}.doc = w.doc`)
    return name
  }
  for (const words of others) {
    const [only] = words
    if (words.length === 1 && only !== undefined) join(sql`straight_join`, only)
    else holds.push(sql`(${sql.join(words.map(thereIs), sql` or `)})`)
  }
  for (const word of without) holds.push(sql`${join(sql`left join`, word)}.doc is null`)
  const doc = sql<number>`w.doc`
  const rows = await db
    .select({ doc })
    .from(sql`${searchWords} w${sql.join(joins)}`)
    .where(
      and(
        driver.length === 1 ? sql`w.word = ${driver[0]}` : inArray(sql`w.word`, [...driver]),
        ...[sql`w.doc >= ${from}`, sql`w.doc < ${until}`, ...holds],
      ),
    )
    .orderBy(desc(doc))
    .limit(limit)
  return rows.map((row) => Number(row.doc))
}

const thereIs = (word: string): SQL =>
  sql`exists (select 1 from search_words x where x.word = ${word} and x.doc = w.doc)`
