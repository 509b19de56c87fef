import { Database } from 'bun:sqlite'
import { expect, test } from 'bun:test'
import { joinedKeys } from '../../actors/summary'
import { migrate } from '../../src/store/migrate'
import { sqliteMigrations } from '../../src/store/migrate/migrations'
import { sqliteMigrator } from '../../src/store/sqlite/migrator'

test('what was tagged before it could be looked for is found by its tags', async () => {
  const db = new Database(':memory:')
  const migrator = sqliteMigrator(db, () => 0)
  await migrate(
    migrator,
    sqliteMigrations.filter(({ name }) => name < '0003'),
  )
  const put = (id: string, tags: readonly string[]) =>
    db.run(
      `INSERT INTO conversations (id, visitor, visitor_name, department, state, open, agent_name,
        opened_at, waiting_since, shown) VALUES (?, 'vera', 'Vera', 'sales', 'closed', 0, '', 1, 1, ?)`,
      [id, JSON.stringify({ tags })],
    )
  put('tagged', ['VIP', '退款, spät'])
  put('plain', [])
  await migrate(migrator, sqliteMigrations)
  const rows = db
    .query<{ id: string; search_keys: string | null }, []>(
      'SELECT id, search_keys FROM conversations ORDER BY id',
    )
    .all()
  expect(rows.map(({ search_keys: keys }) => keys)).toEqual([
    null,
    joinedKeys(['tag:vip', 'tag:退款, spät']),
  ])
})
