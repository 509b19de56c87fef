import type { PoolConnection } from 'mysql2'
import type { Migrator, Ran } from '../migrate'
import { checksumOf, statementsIn } from '../migrate'
import { ask } from './ask'
import type { RetryCollisions } from './collisions'
import { isDoneAlready, isNoColumn, isNoTable } from './faults'
import { begin, TIMEOUT_MS, withLock } from './migrator/lock'
import { assertOurs, tablesOf } from './owner'

type Among = { severalWriters: boolean; again: RetryCollisions }
const alone: Among = { severalWriters: false, again: (work) => work() }

/**
 * Migrations on MySQL, which commits every change of a table by itself: so each statement is
 * recorded, and after an interruption the one that may or may not have run is allowed to say
 * that it is done already. A lock holds for one server: where several write, two runners may do the
 * same at the same time, in one order on all servers, and either finds things done already.
 */
export const mysqlMigrator = (
  connection: PoolConnection,
  now: () => number,
  { severalWriters, again }: Among = alone,
): Migrator => {
  const run = async (sql: string, values: (string | number)[] = []) =>
    (await ask(connection, { sql, values }, { ms: TIMEOUT_MS }))[0]
  const record = ({ name, checksum, done }: Ran) =>
    again(() =>
      run(
        `INSERT INTO migrations (name, checksum, done, at) VALUES (?, ?, ?, ?)
          ON DUPLICATE KEY UPDATE done = GREATEST(done, VALUES(done))`,
        [name, checksum, done, now()],
      ),
    )
  const listed = async (): Promise<Ran[] | undefined> => {
    try {
      return (await run(LIST)) as Ran[]
    } catch (error) {
      if (isNoTable(error)) return []
      // Others have a table of this name too.
      if (isNoColumn(error)) return undefined
      throw error
    }
  }
  const ran = async () => {
    const tables = await tablesOf(connection)
    const list = await listed()
    assertOurs(tables, list)
    return list ?? []
  }
  return {
    ran,
    alone: (work) => (severalWriters ? begin(run, work) : withLock(run, work)),
    run: async (migration, from) => {
      const checksum = checksumOf(migration)
      const resumed = (await ran()).some(({ name }) => name === migration.name)
      if (!resumed) await record({ name: migration.name, checksum, done: 0 })
      for (const [n, statement] of statementsIn(migration).entries()) {
        if (n < from) continue
        try {
          await again(() => run(statement))
        } catch (error) {
          const mayBeDone = severalWriters || (resumed && n === from)
          if (!(mayBeDone && isDoneAlready(error))) throw error
        }
        await record({ name: migration.name, checksum, done: n + 1 })
      }
    },
  }
}

const LIST = `SELECT CONVERT(name USING utf8mb4) AS name, CONVERT(checksum USING utf8mb4) AS checksum,
  done FROM migrations ORDER BY name`
