import { afterAll, beforeAll, describe, expect, test } from 'bun:test'
import { sql } from 'drizzle-orm'
import type { QueryContext, Through, WordIndexOver } from '../../../src/store/query-context'
import type { SearchTables } from '../../../src/store/tables/search'
import type { Candidates, WordIndex } from '../../../src/store/word-index'

/** A database with the tables of the index, of which nothing but these is asked. */
export type IndexPlace = Pick<QueryContext<SearchTables>, 'db' | 'tables' | 'clock'> & {
  wordIndexOver: WordIndexOver
  run(sql: string, values: readonly unknown[]): Promise<unknown>
  close(): unknown
}

/** Documents of each word, of 1 to `DOCS`. */
const DOCS = 30
const has: Readonly<Record<string, (doc: number) => boolean>> = {
  all: () => true,
  even: (doc) => doc % 2 === 0,
  odd: (doc) => doc % 2 === 1,
  third: (doc) => doc % 3 === 0,
  early: (doc) => doc < 9,
  late: (doc) => doc > 25,
  one: (doc) => doc === 16,
}
const docs = Array.from({ length: DOCS }, (_, n) => n + 1)

/** A few at a time, a short way at a time, all at once. */
const few = { limit: 2, lookups: 1_000 }
const short = { limit: 100, lookups: 3 }
const all = { limit: 100, lookups: 1_000 }

type Asked = Pick<Candidates, 'groups' | 'without'>

const questions: readonly Asked[] = [
  { groups: [['all']], without: [] },
  { groups: [['even'], ['odd']], without: [] },
  { groups: [['early'], ['late']], without: [] },
  { groups: [['all'], ['even'], ['third']], without: [] },
  { groups: [['all']], without: ['even'] },
  { groups: [['even', 'third', 'one']], without: ['early'] },
  {
    groups: [
      ['early', 'late'],
      ['even', 'third'],
    ],
    without: [],
  },
  { groups: [['all'], ['one', 'late', 'nowhere']], without: ['third', 'nowhere'] },
  { groups: [['all'], ['nowhere']], without: [] },
]

/** Nothing is put in place of anything, and no table is read through an index of its own. */
const upsert = { tail: () => '', incoming: (column: string) => column }
const through: Through = (table) => sql`${table}`

/** What an index of words gives, stretch by stretch, is what is there: nothing twice, nothing left out. */
export const wordIndexContract = (name: string, open: () => Promise<IndexPlace>): void =>
  describe(`${name} > words`, () => {
    let place: IndexPlace
    let index: WordIndex
    beforeAll(async () => {
      place = await open()
      index = place.wordIndexOver({ ...place, upsert, through, write: async () => 'done' })
      for (const doc of docs) {
        const words = Object.keys(has).filter((word) => has[word]?.(doc))
        for (const { statement, values } of index.add(doc, words))
          await place.run(statement.sql, values)
      }
    })
    afterAll(() => place.close())

    const walk = async (ask: Omit<Candidates, 'until'>) => {
      const found: number[] = []
      let stretches = 0
      for (let until: number | null = DOCS; until !== null; stretches++) {
        const { docs, next } = await index.candidates({ ...ask, until })
        if (next !== null) expect(next).toBeLessThan(until)
        found.push(...docs)
        until = next
      }
      return { found, stretches }
    }

    for (const { groups, without } of questions)
      test(`${groups.map((words) => words.join(' or ')).join(', ')}, not ${without}`, async () => {
        const isMeant = (doc: number) =>
          groups.every((words) => words.some((word) => has[word]?.(doc))) &&
          !without.some((word) => has[word]?.(doc))
        const wanted = docs.filter((doc) => doc >= 3 && doc < DOCS && isMeant(doc)).reverse()
        for (const bounds of [few, short, all]) {
          // The same array is the same question.
          const ask = { groups: groups.map((words) => [...words]), without, from: 3 }
          expect((await walk({ ...ask, ...bounds })).found).toEqual(wanted)
        }
      })

    test('looks no further at once than it is told', async () => {
      const ask = { groups: [['even'], ['odd']], without: [], from: 0, limit: 10, lookups: 2 }
      const { found, stretches } = await walk(ask)
      expect(found).toEqual([])
      expect(stretches).toBeGreaterThan(1)
    })
  })
