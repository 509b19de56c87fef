import { Database } from 'bun:sqlite'
import { describe, expect, spyOn, test } from 'bun:test'
import { join } from 'node:path'
import { type Connection, createConnection } from 'mysql2/promise'
import { makeBig, type Reader } from '../support/big/desk'
import { isBig, mayBeSorted, mayBeWhole } from '../support/big/plans'
import { allRequests } from '../support/big/requests'
import { openTestDesk } from '../support/desk'
import { startMariadb } from '../support/mariadb'
import { scratchFolder } from '../support/programs'
import { askOf, json, signIn } from './ask'

/** Enough that a server would rather use an index. */
const SIZES = { conversations: 2_000, lines: 4_000, visitors: 500 }
/** Rows that may be put in order, or looked at one by one, for a page of fifty. */
const FEW = 200
/** Requests whose queries are read from the server's log at a time. */
const AT_ONCE = 25
const BOUND_MS = 240_000

/** Asks for all there is to ask of lists, with a look at each before and after. Answers how many. */
const askAll = async (
  url: string,
  asks: readonly Reader[],
  look: { begin(): unknown; end(): unknown },
): Promise<number> => {
  const desk = await openTestDesk({ env: { DATABASE_URL: url } })
  const ask = askOf(desk)
  let requests = 0
  try {
    for (const who of asks) {
      const cookie = await signIn(ask, who)
      const read = async (path: string, as: 'page' | 'json') => {
        const headers = as === 'json' ? json : {}
        const { status, text } = await ask('GET', path, { cookie, headers })
        return status === 200 ? text : null
      }
      for (const path of await allRequests(read, 'each field')) {
        await look.begin()
        if ((await read(path, 'page')) === null) throw new Error(`${path} is refused`)
        await look.end()
        requests += 1
      }
    }
  } finally {
    await desk.close()
  }
  return requests
}

/** What a query does that it may not, in the words of the database. */
type Fault = { does: string; query: string }

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

/** What EXPLAIN says of one table of a query. */
type Step = { table: string; type: string; rows: number; Extra: string | null }

const mysqlFaults = async (db: Connection, query: string): Promise<string[]> => {
  const [steps] = await db.query(`EXPLAIN ${query}`)
  return (steps as Step[]).flatMap(({ table, type, rows, Extra }) => {
    const how = Extra ?? ''
    if (!isBig(table) || rows <= FEW) return []
    const isSorted = how.includes('Using filesort') && !mayBeSorted(query)
    // What an index is asked and has not, every row is asked.
    const isWhole = type === 'ALL' || (type === 'index' && !how.includes('Using index'))
    return isSorted || (isWhole && !mayBeWhole(query)) ? [`${table} ${type} ${rows} ${how}`] : []
  })
}
const shapeOf = (query: string) => query.replace(/'(?:[^'\\]|\\.)*'|\b\d+\b/g, '?')

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

  test(
    'on MariaDB',
    async () => {
      const mariadb = await startMariadb()
      const db = await createConnection(mariadb.url)
      try {
        await makeBig(mariadb.url, SIZES)
        await mariadb.run("SET GLOBAL log_output = 'TABLE'", 'SET GLOBAL general_log = ON')
        const known = new Set<string>()
        const faults: Fault[] = []
        let asked = 0
        const log = async () => {
          asked += 1
          if (asked % AT_ONCE > 0) return
          const [rows] = await db.query(
            "SELECT DISTINCT argument AS query FROM mysql.general_log WHERE argument LIKE 'select%'",
          )
          await db.query('TRUNCATE mysql.general_log')
          for (const { query } of rows as { query: string | Buffer }[]) {
            const shape = shapeOf(String(query))
            if (known.has(shape) || shape.includes('general_log')) continue
            known.add(shape)
            const does = await mysqlFaults(db, String(query))
            faults.push(...does.map((one) => ({ does: one, query: String(query) })))
          }
        }
        expect(await askAll(mariadb.url, ['Olga'], { begin: () => {}, end: log })).toBeGreaterThan(
          500,
        )
        expect(known.size).toBeGreaterThan(50)
        expect(faults).toEqual([])
        const unindexed = "select `id` from `conversations` where `search_keys` = ''"
        expect(await mysqlFaults(db, unindexed)).toHaveLength(1)
      } finally {
        await db.end()
        await mariadb.stop()
      }
    },
    BOUND_MS,
  )
})
