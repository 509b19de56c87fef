import { Database } from 'bun:sqlite'
import { afterAll, expect, test } from 'bun:test'
import { deskGroupIn, deskGroupName } from '../../actors/desk/settings'
import { type Migration, migrate } from '../../src/store/migrate'
import { mysqlMigrations, sqliteMigrations } from '../../src/store/migrate/migrations'
import { ask } from '../../src/store/mysql/ask'
import { connectionsTo } from '../../src/store/mysql/connections'
import { mysqlMigrator } from '../../src/store/mysql/migrator'
import { sqliteMigrator } from '../../src/store/sqlite/migrator'
import { startMariadb } from '../support/mariadb'

const mariadb = await startMariadb()
afterAll(() => mariadb.stop())

const now = () => 1_000
const NAME = 'Bücher & "Co" 😀'
const before = (all: readonly Migration[]) => all.filter(({ name }) => name < '0025')

type Row = { name: string; value: string }
type Due = { id: string; sla_soon: number | null; sla_due: number | null }
type Db = {
  run: (sql: string, values?: string[]) => Promise<unknown>
  rows: <R>(sql: string) => Promise<R[]>
  migrate: (all: 'before' | 'all') => Promise<unknown>
}

const onSqlite = async (work: (db: Db) => Promise<void>) => {
  const db = new Database(':memory:')
  const migrator = sqliteMigrator(db, now)
  await work({
    run: async (sql, values = []) => db.run(sql, values),
    rows: async <R>(sql: string) => db.query<R, []>(sql).all(),
    migrate: (all) =>
      migrate(migrator, all === 'all' ? sqliteMigrations : before(sqliteMigrations)),
  })
}

const onMariadb = async (work: (db: Db) => Promise<void>) => {
  const connections = connectionsTo(await mariadb.fresh(), { connectionLimit: 1 })
  await connections
    .lend((one) =>
      work({
        run: (sql, values = []) => ask(one, { sql, values }),
        rows: async <R>(sql: string) => (await ask(one, { sql }))[0] as R[],
        migrate: (all) =>
          migrate(
            mysqlMigrator(one, now),
            all === 'all' ? mysqlMigrations : before(mysqlMigrations),
          ),
      }),
    )
    .finally(() => connections.close())
}

const databases = [
  ['SQLite', onSqlite],
  ['MariaDB', onMariadb],
] as const

const put = ({ run }: Db, name: string, value: string) =>
  run('INSERT INTO settings (name, value) VALUES (?, ?)', [name, value])

const kept = async ({ rows }: Db) => {
  const all = await rows<Row>('SELECT name, value FROM settings')
  const of = (group: 'brand' | 'customers') =>
    all.find(({ name }) => String(name) === deskGroupName(group))?.value
  return {
    names: all.map(({ name }) => String(name)).sort(),
    brand: deskGroupIn('brand', of('brand')),
    customers: deskGroupIn('customers', of('customers')),
  }
}

test.each(databases)('an older %s keeps its name and its accounts', async (_, on) => {
  await on(async (db) => {
    await db.migrate('before')
    await put(db, 'desk.name', NAME)
    await put(db, 'desk.brand', '{"color":"#0a7d5a"}')
    await put(db, 'customers', 'yes')
    await db.migrate('all')
    expect(await kept(db)).toMatchObject({
      names: ['desk.brand', 'desk.customers'],
      brand: { name: NAME, color: '#0a7d5a', privacy: '' },
      customers: { customers: true },
    })
  })
})

test.each(databases)('one that has %s and set only the name, or neither', async (_, on) => {
  await on(async (db) => {
    await db.migrate('before')
    await put(db, 'desk.name', NAME)
    await db.migrate('all')
    expect(await kept(db)).toMatchObject({
      ...{ names: ['desk.brand'], brand: { name: NAME }, customers: { customers: false } },
    })
  })
  await on(async (db) => {
    await db.migrate('all')
    expect((await kept(db)).names).toEqual([])
  })
})

test.each(databases)('rows of %s from before are in the list of what is due', async (_, on) => {
  await on(async (db) => {
    await db.migrate('before')
    const row = (id: string, sla: object | null) =>
      db.run(
        `INSERT INTO conversations (id, visitor, visitor_name, department, state, open, agent_name,
          opened_at, waiting_since, shown) VALUES (?, 'vera', 'Vera', 'sales', 'waiting', 1, '', 1, 1, ?)`,
        [id, JSON.stringify({ sla })],
      )
    await row('none', null)
    await row('runs', { kind: 'first', soonAt: 7_500, dueAt: 1_790_000_010_000, left: 0 })
    await row('over', { kind: 'next', soonAt: null, dueAt: null, left: -5 })
    await row('stands', { kind: 'next', soonAt: null, dueAt: null, left: 5_000 })
    await db.migrate('all')
    const all = await db.rows<Due>('SELECT id, sla_soon, sla_due FROM conversations')
    expect(
      Object.fromEntries(all.map(({ id, sla_soon, sla_due }) => [String(id), [sla_soon, sla_due]])),
    ).toEqual({
      ...{ none: [null, null], runs: [7_500, 1_790_000_010_000], over: [0, 0] },
      stands: [null, null],
    })
  })
})

test.each(databases)('what %s was to look at for silence is called as it is now', async (_, on) => {
  await on(async (db) => {
    await db.migrate('before')
    const former = 'xstate.after.silence.conversation.active.turn.awaitingVisitor'
    const patience = 'xstate.after.patience.conversation.waiting.inLine'
    const set = (type: string, id: string) =>
      db.run(
        `INSERT INTO mail (slot, id, to_address, event, due_at, sent, leased_until, tries, parked)
          VALUES (?, ?, 'conversation:lamp', ?, 9, 1, 0, 0, 0)`,
        [`conversation:lamp/${type}`, id, JSON.stringify({ type, at: 9, delayMs: 5 })],
      )
    await set(former, 'one')
    await set(patience, 'other')
    await db.migrate('all')
    const rows = await db.rows<{ slot: string; event: string }>(
      'SELECT slot, event FROM mail ORDER BY id',
    )
    expect(rows.map(({ slot, event }) => [String(slot), JSON.parse(event).type])).toEqual([
      ['conversation:lamp/due.silence', 'due.silence'],
      [`conversation:lamp/${patience}`, patience],
    ])
  })
})
