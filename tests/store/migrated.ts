import { createConnection } from 'mysql2/promise'
import type { TestMariadb } from '../support/mariadb'
import { openMysqlAt } from './open'

/** Of each server: what makes the tables of another database as those of the first that was migrated. */
const made = new WeakMap<TestMariadb, Promise<string[]>>()

const tablesOf = async (url: string): Promise<string[]> => {
  await (await openMysqlAt(url)).close()
  const database = new URL(url).pathname.slice(1)
  const connection = await createConnection(url)
  try {
    const [rows] = await connection.query('SHOW TABLES')
    const tables = (rows as Record<string, string>[]).flatMap((row) => Object.values(row))
    return [
      ...tables.map((table) => `CREATE TABLE \`${table}\` LIKE \`${database}\`.\`${table}\``),
      `INSERT INTO migrations SELECT * FROM \`${database}\`.migrations`,
    ]
  } finally {
    await connection.end()
  }
}

/**
 * The URL of another empty database that is up to date. To bring one up takes seconds, so the first
 * of a server is, and the tables of all others are made like its own.
 */
export const migratedOn = async (mariadb: TestMariadb): Promise<string> => {
  const tables = made.get(mariadb) ?? mariadb.fresh().then(tablesOf)
  made.set(mariadb, tables)
  const statements = await tables
  const url = await mariadb.fresh()
  const connection = await createConnection(url)
  try {
    for (const statement of statements) await connection.query(statement)
  } finally {
    await connection.end()
  }
  return url
}
