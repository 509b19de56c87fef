import { Database } from 'bun:sqlite'
import { join } from 'node:path'
import type { App } from './app'

/** What a request may move without having done anything: limits, and when a session was used. */
const beside = new Set(['attempts', 'sessions', 'nodes'])

/** The index of what was said follows by itself, after whatever was done before the request. */
const isBeside = (name: string) => /^(?:sqlite|search)_/.test(name) || beside.has(name)

/** Every table of the desk, each as one hash of all its rows. */
export const digest = ({ config }: Pick<App, 'config'>): Record<string, string> => {
  const db = new Database(join(config.dataDir, 'bellhop.db'), { readonly: true })
  try {
    const tables = db
      .query<{ name: string }, []>("SELECT name FROM sqlite_master WHERE type = 'table'")
      .all()
      .map(({ name }) => name)
      .filter((name) => !isBeside(name))
    return Object.fromEntries(
      tables.map((name) => [name, Bun.hash(JSON.stringify(all(db, name))).toString(36)]),
    )
  } finally {
    db.close()
  }
}

/** The same, of which only a column moves: when somebody was last seen. */
const moving = new Set(['seen_at'])

const all = (db: Database, table: string) =>
  db
    .query<Record<string, unknown>, []>(`SELECT * FROM "${table}"`)
    .all()
    .map((row) => Object.entries(row).filter(([column]) => !moving.has(column)))

/** The same without what the audit was told: who of the desk is refused is written down. */
export const withoutAudit = (tables: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(tables).filter(([name]) => !/^audit/.test(name)))

/** Whether every act of the audit is in its chain, as it is a moment after it was done. */
const isSealed = ({ config }: Pick<App, 'config'>): boolean => {
  const db = new Database(join(config.dataDir, 'bellhop.db'), { readonly: true })
  try {
    return db.query('SELECT 1 FROM audit WHERE seq IS NULL LIMIT 1').get() === null
  } finally {
    db.close()
  }
}

/** The same once the mail between actors has been delivered and nothing moves any more. */
export const restingDigest = async (app: App): Promise<Record<string, string>> => {
  let before = digest(app)
  for (let looks = 0; looks < 100; looks += 1) {
    await Bun.sleep(20)
    const now = digest(app)
    if (app.underway() === 0 && Bun.deepEquals(before, now) && isSealed(app)) return now
    before = now
  }
  throw new Error('the desk does not come to rest')
}
