import { Database } from 'bun:sqlite'
import { describe, expect, test } from 'bun:test'
import { join } from 'node:path'
import { createConnection } from 'mysql2/promise'
import type { AuditRow } from '../../actors/audit'
import { sealSome } from '../../src/system/sealer'
import { linked } from '../../src/system/sealer/chain'
import { verifyChain } from '../../src/system/sealer/verify'
import { routes } from '../../src/web/routes'
import { together } from '../contracts/store/fixtures'
import { migratedOn } from '../store/migrated'
import { openMysqlAt, openSqliteAt } from '../store/open'
import { dataFolder } from '../support/data-folder'
import { sharedMariadb } from '../support/mariadb'

const mariadb = await sharedMariadb()

const ACTS = 12
const act = (nth: number, more: Partial<AuditRow> = {}): AuditRow => ({
  ...{ id: `act-${String(nth).padStart(4, '0')}`, at: 1_000 + nth, actor: 'olga' },
  ...{ actorName: 'Olga 🙂', act: 'changed', object: 'department:shoes' },
  ...{ detail: { 'was.name': 'Schuhe', 'is.name': `靴 ${nth}`, n: nth, none: null } },
  ...{ address: '2001:db8::/64', browser: 'Firefox, Linux' },
  ...more,
})

type Run = (sql: string, ...values: (string | number)[]) => Promise<unknown>

const databases = {
  SQLite: async () => {
    const path = join(await dataFolder(), 'bellhop.db')
    const store = await openSqliteAt(path)
    const run: Run = async (sql, ...values) => {
      const file = new Database(path)
      file.run(sql, values)
      file.close()
    }
    return { store, run, close: () => store.close() }
  },
  MariaDB: async () => {
    const url = await migratedOn(mariadb)
    const store = await openMysqlAt(url)
    const connection = await createConnection(url)
    const run: Run = (sql, ...values) => connection.query(sql, values)
    const close = async () => {
      await connection.end()
      await store.close()
    }
    return { store, run, close }
  },
}

/** A chain of its own, to be harmed by whoever has the database. */
const chained = async (open: (typeof databases)['SQLite']) => {
  const { store, run, close } = await open()
  for (let nth = 1; nth <= ACTS; nth++) await store.audit.add(act(nth))
  while ((await sealSome(store.audit)) > 0);
  return { audit: store.audit, run, close, verify: () => verifyChain({ audit: store.audit }) }
}

/** Every row from a place on is one place further, the last first: each place is there once. */
const shift = async (run: Run, from: number) => {
  for (let seq = ACTS; seq >= from; seq--)
    await run('update audit set seq = ? where seq = ?', seq + 1, seq)
}

const harms: [string, (run: Run) => Promise<unknown>, object][] = [
  [
    'a field of one altered',
    (run) => run("update audit set actor_name = 'Otto' where seq = 5"),
    { kind: 'altered', seq: 5, id: 'act-0005' },
  ],
  [
    'what one says was before, altered',
    (run) => run(`update audit set detail = '{"n":1}' where seq = 7`),
    { kind: 'altered', seq: 7 },
  ],
  [
    'the first altered, and a later one too',
    (run) => run("update audit set act = 'created' where seq in (1, 9)"),
    { kind: 'altered', seq: 1 },
  ],
  [
    'where one came from, forgotten',
    (run) => run('update audit set address = null where seq = 3'),
    { kind: 'altered', seq: 3 },
  ],
  [
    'one removed',
    (run) => run('delete from audit where seq = 5'),
    { kind: 'removed', seq: 5, id: null },
  ],
  [
    'the first removed',
    (run) => run('delete from audit where seq = 1'),
    { kind: 'removed', seq: 1 },
  ],
  [
    'the last removed',
    (run) => run('delete from audit where seq = ?', ACTS),
    { kind: 'removed', seq: ACTS },
  ],
  ['all removed', (run) => run('delete from audit'), { kind: 'removed', seq: 1 }],
  [
    'one removed, and the gap closed',
    async (run) => {
      await run('delete from audit where seq = 5')
      for (let seq = 6; seq <= ACTS; seq++)
        await run('update audit set seq = ? where seq = ?', seq - 1, seq)
    },
    { kind: 'moved', seq: 5, id: 'act-0006' },
  ],
  [
    'one taken out of the chain, to be sealed again',
    (run) => run('update audit set seq = null, prev = null, hash = null where seq = 6'),
    { kind: 'removed', seq: 6 },
  ],
  [
    'two swapped',
    async (run) => {
      await run('update audit set seq = 99 where seq = 4')
      await run('update audit set seq = 4 where seq = 8')
      await run('update audit set seq = 8 where seq = 99')
    },
    { kind: 'moved', seq: 4, id: 'act-0008' },
  ],
]

/** One that was never done, with a hash as it should be, between two that follow each other. */
const insert = async (
  audit: Awaited<ReturnType<typeof chained>>['audit'],
  run: Run,
  seq: number,
) => {
  const before = (await audit.chain(ACTS)).find((one) => one.seq === seq - 1)
  const never = act(500)
  const [link] = linked([never], { seq: seq - 1, hash: before?.hash ?? '', at: 1 })
  await shift(run, seq)
  await audit.add(never)
  await run(
    'update audit set seq = ?, prev = ?, hash = ?, salt = ? where id = ?',
    ...[seq, link?.prev ?? '', link?.hash ?? '', link?.salt ?? '', never.id],
  )
}

describe.each(Object.entries(databases))('on %s', (_name, open) => {
  test('acts are sealed in their order, once, whoever is first', async () => {
    const { store, close } = await open()
    const { audit } = store
    for (let nth = 1; nth <= 250; nth++) await audit.add(act(nth))
    expect(await verifyChain({ audit })).toMatchObject({ fault: null, sealed: 0, unsealed: 250 })
    while (await audit.countUnsealed()) await together(4, () => sealSome(audit))
    const acts = await audit.chain(1_000)
    expect(acts.map(({ seq }) => seq)).toEqual(Array.from({ length: 250 }, (_, n) => n + 1))
    expect(acts.map(({ id }) => id)).toEqual(acts.map((_, n) => act(n + 1).id))
    expect(acts.map(({ prev }) => prev)).toEqual(['', ...acts.slice(0, -1).map((one) => one.hash)])
    const head = { seq: 250, hash: acts.at(-1)?.hash ?? '', at: 1_250 }
    expect(await audit.head()).toEqual(head)
    await audit.add(act(251, { detail: { value: 'half a sign: \ud83d' } }))
    expect(await verifyChain({ audit, kept: head })).toMatchObject({
      fault: null,
      unsealed: 1,
      head,
    })
    await sealSome(audit)
    const whole = { fault: null, sealed: 251, unsealed: 0 }
    expect(await verifyChain({ audit, kept: head })).toMatchObject(whole)
    const other = await verifyChain({ audit, kept: { ...head, hash: 'f'.repeat(64) } })
    expect(other.fault).toMatchObject({ kind: 'otherHead', seq: 250 })
    await close()
  })

  test.each(harms)('%s: it is named', async (_harm, harm, fault) => {
    const { run, verify, close } = await chained(open as (typeof databases)['SQLite'])
    expect((await verify()).fault).toBeNull()
    await harm(run)
    expect((await verify()).fault).toMatchObject(fault)
    await close()
  })

  test.each([2, 6, ACTS])('one inserted at %i: it is named', async (seq) => {
    const { audit, run, verify, close } = await chained(open as (typeof databases)['SQLite'])
    await insert(audit, run, seq)
    expect((await verify()).fault).toMatchObject({ kind: 'inserted', seq })
    await close()
  })

  test('one put behind the end, past the sealer: it is named', async () => {
    const { audit, run, verify, close } = await chained(open as (typeof databases)['SQLite'])
    await insert(audit, run, ACTS + 1)
    expect((await verify()).fault).toMatchObject({ kind: 'inserted', seq: ACTS + 1 })
    await close()
  })
})

test('nothing takes an act away: no address, and no promise of the store', async () => {
  const { store, close } = await databases.SQLite()
  expect(Object.keys(store.audit).sort()).toEqual(
    [
      'actors',
      'add',
      'chain',
      'countUnsealed',
      'head',
      'newest',
      'page',
      'seal',
      'unsealed',
    ].sort(),
  )
  await close()
  const changing = routes.filter(
    ({ method, path }) => method !== 'GET' && path.startsWith('/office/audit'),
  )
  expect(changing.map(({ path }) => path)).toEqual([])
  const sql = new Bun.Glob('src/**/*.ts').scanSync(join(import.meta.dir, '../..'))
  for (const file of sql) {
    const text = await Bun.file(join(import.meta.dir, '../..', file)).text()
    expect([file, /delete(?:\(| from )`?audit\b|removeFrom\(\s*\w*\.?audit\b/i.test(text)]).toEqual(
      [file, false],
    )
  }
})
