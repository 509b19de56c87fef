import { Database } from 'bun:sqlite'
import { join } from 'node:path'
import { COUNTED_VERSION } from '../../src/system/counter'
import { INDEX_VERSION } from '../../src/system/indexer'
import { sealSome } from '../../src/system/sealer'
import { SHIFTS_READ } from '../../src/system/shifts'
import type { App } from './app'

/** What a request may move without having done anything: limits, and when a session was used. */
const beside = new Set(['attempts', 'sessions', 'nodes'])

/** The index of what was said, and what is counted, follow by themselves, after whatever was done before the request. */
const isBeside = (name: string) =>
  /^(?:(?:sqlite|search|episode|shift)_|episodes$)/.test(name) || beside.has(name)

const versions = [INDEX_VERSION, COUNTED_VERSION, SHIFTS_READ].map((name) => `'${name}'`).join()

/** The same, of which only a column moves: when somebody was last seen. */
const moving = new Set(['seen_at'])

/** Of each file that is looked at one connection stays open: to open and to prepare is most of a look. */
const files = new Map<string, Database>()

const fileOf = ({ config }: Pick<App, 'config'>): Database => {
  const path = join(config.dataDir, 'bellhop.db')
  const db = files.get(path) ?? new Database(path, { readonly: true })
  files.set(path, db)
  return db
}

/** Every table of the desk, each as one hash of all its rows. */
export const digest = (app: Pick<App, 'config'>): Record<string, string> => {
  const db = fileOf(app)
  const columns = db
    .query<{ table: string; column: string }, []>(
      `SELECT m.name "table", c.name "column" FROM sqlite_master m, pragma_table_info(m.name) c
       WHERE m.type = 'table'`,
    )
    .all()
    .filter(({ table, column }) => !isBeside(table) && !moving.has(column))
  return Object.fromEntries(
    [...Map.groupBy(columns, ({ table }) => table)].map(([table, all]) => {
      const names = all.map(({ column }) => `"${column}"`).join()
      // They say by themselves when they are whole.
      const which = table === 'settings' ? `WHERE name NOT IN (${versions})` : ''
      const rows = db.query(`SELECT ${names} FROM "${table}" ${which}`).values()
      return [table, Bun.hash(JSON.stringify(rows)).toString(36)]
    }),
  )
}

/** The same without what the audit was told: who of the desk is refused is written down. */
export const withoutAudit = (tables: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(tables).filter(([name]) => !/^audit/.test(name)))

/**
 * The same once the mail between actors has been delivered and nothing moves any more. What was
 * done is put into the chain of the audit first, which the desk itself does a moment later.
 */
export const restingDigest = async (app: App): Promise<Record<string, string>> => {
  let before = digest(app)
  for (let looks = 0; looks < 100; looks += 1) {
    await Bun.sleep(20)
    const unsealed = await sealSome(app.store.audit)
    const now = digest(app)
    if (app.underway() === 0 && unsealed === 0 && Bun.deepEquals(before, now)) return now
    before = now
  }
  throw new Error('the desk does not come to rest')
}
