import type { PoolConnection } from 'mysql2'
import type { Ran } from '../migrate'
import { mysqlMigrations } from '../migrate/migrations'
import { ServerFault } from '../server-fault'
import { ask } from './ask'

/** A table of the database, with the name of that. */
export type Table = { database: string; name: string }

const TABLES = `SELECT CONVERT(TABLE_SCHEMA USING utf8mb4) AS \`database\`,
  CONVERT(TABLE_NAME USING utf8mb4) AS name
  FROM information_schema.TABLES WHERE TABLE_SCHEMA = DATABASE() ORDER BY TABLE_NAME`

export const tablesOf = async (connection: PoolConnection): Promise<Table[]> => {
  const [rows] = await ask(connection, { sql: TABLES })
  return rows as Table[]
}

/** Tables named to whoever looks for the program they belong to. */
const NAMED_TABLES = 3

/**
 * Throws unless a database is empty or has run our first migration. One that was just begun holds
 * nothing but the list of those that ran. `ran` is undefined when a table of that name is another's.
 */
export const assertOurs = (tables: readonly Table[], ran: readonly Ran[] | undefined): void => {
  const [first] = tables
  if (first === undefined) return
  if (ran?.some(({ name }) => name === mysqlMigrations[0]?.name)) return
  if (ran?.length === 0 && tables.length === 1 && first.name === 'migrations') return
  const names = tables.slice(0, NAMED_TABLES).map(({ name }) => name)
  const more = tables.length - names.length
  const list = `${names.join(', ')}${more > 0 ? ` and ${more} more` : ''}`
  throw new ServerFault(
    `the database ${first.database} belongs to another program: it has tables (${list}) and none of ours`,
    { remedy: 'Make an empty one for the desk (CREATE DATABASE …) and name it in DATABASE_URL.' },
  )
}
