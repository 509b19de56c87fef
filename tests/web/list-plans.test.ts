import { Database } from 'bun:sqlite'
import { describe, expect, spyOn, test } from 'bun:test'
import { join } from 'node:path'
import { makeBig, type Reader } from '../support/big/desk'
import { isBig, mayBeSorted, mayBeWhole } from '../support/big/plans'
import { allRequests } from '../support/big/requests'
import { openTestDesk } from '../support/desk'
import { scratchFolder } from '../support/programs'
import { askOf, json, signIn } from './ask'

/** Enough that a server would rather use an index. */
const SIZES = { conversations: 2_000, lines: 4_000, visitors: 500 }
const readers: readonly Reader[] = ['Olga', 'Sina']
const BOUND_MS = 240_000

/** Asks for all there is to ask of lists, with a look at each before and after. Answers how many. */
const askAll = async (
  url: string,
  look: { begin(): unknown; end(path: string): unknown },
): Promise<number> => {
  const desk = await openTestDesk({ env: { DATABASE_URL: url } })
  const ask = askOf(desk)
  let requests = 0
  try {
    for (const who of readers) {
      const cookie = await signIn(ask, who)
      const read = async (path: string, as: 'page' | 'json') => {
        const headers = as === 'json' ? json : {}
        const { status, text } = await ask('GET', path, { cookie, headers })
        return status === 200 ? text : null
      }
      for (const path of await allRequests(read, 'each field')) {
        await look.begin()
        if ((await read(path, 'page')) === null) throw new Error(`${path} is refused`)
        await look.end(path)
        requests += 1
      }
    }
  } finally {
    await desk.close()
  }
  return requests
}

/** What a plan does that it may not, in the words of the database. */
type Fault = { path: string; does: string; query: string }

const sqliteFaults = (db: Database, query: string): string[] =>
  db
    .query<{ detail: string }, []>(`EXPLAIN QUERY PLAN ${query}`)
    .all()
    .map(({ detail }) => detail)
    .filter((detail) => {
      if (detail.includes('TEMP B-TREE FOR ORDER BY')) return isOfBig(query) && !mayBeSorted(query)
      const [, table = '', how = ''] = /^SCAN (\w+)(.*)/.exec(detail) ?? []
      if (!isBig(table) || how.includes('COVERING INDEX')) return false
      return !mayBeWhole(query) && !(how.includes('USING INDEX') && isUnnarrowed(query))
    })

const isOfBig = (query: string): boolean =>
  [...query.matchAll(/(?:from|join) [`"](\w+)[`"]/g)].some(([, table = '']) => isBig(table))

/** A page of all there is, which stops where the page ends. */
const isUnnarrowed = (query: string): boolean => !/ where /.test(query)

describe('no page of a list looks through all there is, or puts it in order', () => {
  test(
    'on SQLite',
    async () => {
      const path = join(scratchFolder(), 'desk.db')
      await makeBig(`sqlite:${path}`, SIZES)
      const db = new Database(path)
      // Values do not change how SQLite goes about it: one of each shape says it.
      const queries = new Set<string>()
      const known = new Set<string>()
      const faults: Fault[] = []
      const { prepare } = Database.prototype
      const spy = spyOn(Database.prototype, 'prepare').mockImplementation(function (
        this: Database,
        query: string,
        ...values: never[]
      ) {
        queries.add(query)
        return prepare.call(this, query, ...values)
      } as never)
      const look = {
        begin: () => queries.clear(),
        end: (asked: string) => {
          const selects = [...queries].filter((one) => /^select/i.test(one) && !known.has(one))
          for (const query of selects) {
            known.add(query)
            faults.push(...sqliteFaults(db, query).map((does) => ({ path: asked, does, query })))
          }
        },
      }
      const requests = await askAll(`sqlite:${path}`, look).finally(() => spy.mockRestore())
      expect(requests).toBeGreaterThan(500)
      expect(faults).toEqual([])
      // And one that does would be seen.
      const unindexed = 'select "id" from "conversations" where "search_keys" = ?'
      expect(sqliteFaults(db, unindexed)).toEqual(['SCAN conversations'])
      expect(sqliteFaults(db, `${unindexed} order by "waiting_since"`)).toHaveLength(2)
      db.close()
    },
    BOUND_MS,
  )
})
