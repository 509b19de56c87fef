import { Database } from 'bun:sqlite'
import { describe, expect, spyOn, test } from 'bun:test'
import { join } from 'node:path'
import { askAll, type Fault, SIZES } from '../support/big/ask-all'
import { makeBig } from '../support/big/desk'
import { isBig, mayBeSorted, mayBeWhole } from '../support/big/plans'
import { scratchFolder } from '../support/programs'

const BOUND_MS = 240_000

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
        end: () => {
          const selects = [...queries].filter((one) => /^select/i.test(one) && !known.has(one))
          for (const query of selects) {
            known.add(query)
            faults.push(...sqliteFaults(db, query).map((does) => ({ does, query })))
          }
        },
      }
      const requests = await askAll(`sqlite:${path}`, ['Olga', 'Sina'], look).finally(() =>
        spy.mockRestore(),
      )
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
