import { Database } from 'bun:sqlite'
import { drizzle } from 'drizzle-orm/bun-sqlite'
import { systemClock } from '../../src/clock'
import { sqliteColumns } from '../../src/store/columns/sqlite'
import type { Db } from '../../src/store/query-context'
import { wordIndexOver } from '../../src/store/sqlite/word-index'
import { searchTables } from '../../src/store/tables/search'
import { wordIndexContract } from '../contracts/store/word-index'
import { scratchFolder } from '../support/programs'
import { openSqliteAt } from './open'

wordIndexContract('SQLite', async () => {
  const path = `${scratchFolder()}/desk.db`
  await (await openSqliteAt(path)).close()
  const file = new Database(path)
  return {
    ...{ db: drizzle(file) as unknown as Db, tables: searchTables(sqliteColumns) },
    ...{ clock: systemClock, wordIndexOver },
    run: async (sql, values) => file.query(sql).run(...(values as string[])),
    close: () => file.close(),
  }
})
