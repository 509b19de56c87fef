import { expect, test } from 'bun:test'
import { type Connection, createConnection } from 'mysql2/promise'
import { askAll, type Fault, SIZES } from '../support/big/ask-all'
import { makeBig } from '../support/big/desk'
import { isBig, mayBeSorted, mayBeWhole } from '../support/big/plans'
import { startMariadb } from '../support/mariadb'

const BOUND_MS = 240_000
/** Rows that may be put in order, or looked at one by one, for a page of fifty. */
const FEW = 200
/** Requests whose queries are read from the server's log at a time. */
const AT_ONCE = 25

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

test(
  'no page of a list looks through all there is on MariaDB, or puts it in order',
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
