import { Database } from 'bun:sqlite'
import { expect, test } from 'bun:test'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createConnection } from 'mysql2/promise'
import { isProblem } from '../../actors/problem'
import { systemClock } from '../../src/clock'
import { end } from '../../src/commands/conversations/end'
import { configureDepartment } from '../../src/commands/departments/configure'
import { createDepartment } from '../../src/commands/departments/create'
import { changeDeskSettings } from '../../src/commands/desk-settings/change'
import { holdLegally } from '../../src/commands/privacy/holds'
import { countExpired, deleteExpired } from '../../src/commands/privacy/retention'
import { openRetention } from '../../src/commands/privacy/retention-rounds'
import { start } from '../../src/commands/visitors/start'
import { replay } from '../../src/system/replay'
import { migratedOn } from '../store/migrated'
import { clientId, hire, openTestDesk, visit } from '../support/desk'
import { indexAll } from '../support/indexed'
import { sharedMariadb } from '../support/mariadb'

const DAY_MS = 24 * 3_600_000

const open = async (env: Record<string, string> = {}) => {
  let aheadMs = 0
  const clock = { ...systemClock, now: () => systemClock.now() + aheadMs }
  const desk = await openTestDesk({ clock, env })
  const ana = await hire(desk, 'Ana', 50, 'admin')
  return { desk, ana, pass: (ms: number) => (aheadMs += ms) }
}
type Shop = Awaited<ReturnType<typeof open>>

const ended = async ({ desk }: Shop, name: string, text: string) => {
  const { person, conversation } = await visit(desk, name, text)
  const outcome = await end(desk.desk, person, conversation)
  if (isProblem(outcome)) throw new Error(outcome.reason)
  return { person, conversation }
}

/** So many days earlier than they did, these have ended. */
const age = async ({ desk }: Shop, conversations: readonly string[], days: number) => {
  const { databaseUrl, dataDir } = desk.config
  const sql = 'update conversations set closed_at = closed_at - ? where id = ?'
  if (databaseUrl.startsWith('mysql:')) {
    const connection = await createConnection(databaseUrl)
    for (const id of conversations) await connection.query(sql, [days * DAY_MS, id])
    return connection.end()
  }
  const file = new Database(join(dataDir, 'bellhop.db'))
  for (const id of conversations) file.run(sql, [days * DAY_MS, id])
  file.close()
}

const servers = {
  SQLite: async () => ({}),
  MariaDB: async () => ({ DATABASE_URL: await migratedOn(await sharedMariadb()) }),
}

for (const [name, env] of Object.entries(servers))
  test(`${name}: what is foreseen goes, what is held or younger stays`, async () => {
    const shop = await open(await env())
    const { desk, ana } = shop
    const own = desk.desk
    const { store } = own
    const old = [await ended(shop, 'A', 'amaranth one'), await ended(shop, 'B', 'amaranth two')]
    const held = await ended(shop, 'C', 'amaranth three')
    const ofHeld = await ended(shop, 'D', 'amaranth four')
    await holdLegally(own, ana, { held: held.conversation, reason: 'Case 1' })
    await holdLegally(own, ana, { held: ofHeld.person.id, reason: 'Case 2' })
    const goesOn = await visit(desk, 'E', 'amaranth five')
    const young = await ended(shop, 'F', 'amaranth six')
    await own.system.rest()
    const aged = [...old, held, ofHeld].map(({ conversation }) => conversation)
    await age(shop, aged, 91)
    await age(shop, [young.conversation], 89)
    await indexAll(store)

    expect(await countExpired(own)).toEqual([])
    expect(await deleteExpired(own, ana)).toBe(0)
    await changeDeskSettings(own, 'retention', { keepDays: '90' })
    const [foreseen] = await countExpired(own)
    expect(foreseen).toMatchObject({ days: 90, count: 2 })
    expect(await deleteExpired(own, ana)).toBe(foreseen?.count ?? -1)
    expect(await countExpired(own)).toEqual([expect.objectContaining({ count: 0 })])
    for (const { conversation } of old) {
      expect(await store.conversations.find(conversation)).toBeUndefined()
      expect(await store.remains.linesOf(conversation, 0, 10)).toEqual([])
      expect(await own.system.current(`conversation:${conversation}`)).toBeUndefined()
    }
    for (const { conversation } of [held, ofHeld, goesOn, young])
      expect(await store.remains.linesOf(conversation, 0, 10)).not.toEqual([])
    const [act] = await store.audit.newest(1)
    expect(act).toMatchObject({
      ...{ act: 'expired', actorName: 'Ana' },
      detail: { conversations: 2, days: 90 },
    })
    for (const address of await store.turns.addresses('', 500))
      expect([address, (await replay(store.turns, address)).equal]).toEqual([address, true])
    // Whoever comes back begins anew.
    const back = old[0]?.person ?? null
    const again = await start(
      own,
      back,
      { text: 'Hello again', client_id: clientId() },
      { address: '203.0.113.4', language: 'en' },
    )
    expect(isProblem(again)).toBeFalse()
    await desk.close()
    if (name !== 'SQLite') return
    const bytes = readdirSync(desk.config.dataDir)
      .filter((file) => file.startsWith('bellhop.db'))
      .map((file) => readFileSync(join(desk.config.dataDir, file)))
    const isThere = (words: string) => bytes.some((file) => file.includes(words))
    expect([isThere('amaranth one'), isThere('amaranth two')]).toEqual([false, false])
    expect([isThere('amaranth three'), isThere('amaranth six')]).toEqual([true, true])
  }, 120_000)

test('a department may keep its own for another time, and it is done once a night', async () => {
  const shop = await open()
  const { desk, pass } = shop
  const own = desk.desk
  const { conversation } = await ended(shop, 'A', 'amaranth')
  const made = await createDepartment(own, { name: 'Elsewhere' })
  expect(isProblem(made)).toBeFalse()
  const department = (await own.store.conversations.find(conversation))?.department ?? ''
  await configureDepartment(own, department, { keepDays: 10 })
  await changeDeskSettings(own, 'retention', { keepDays: '365' })
  const counts = async () =>
    (await countExpired(own)).map(({ days, count }) => [days, count]).toSorted()
  expect(await counts()).toEqual([
    [10, 0],
    [365, 0],
  ])
  pass(11 * DAY_MS)
  expect(await counts()).toEqual([
    [10, 1],
    [365, 0],
  ])
  const { round } = openRetention({ node: 'node', desk: own })
  const toHour = (hour: number) => {
    const now = new Date(own.clock.now())
    const then = new Date(now)
    then.setUTCHours(hour, 5, 0, 0)
    pass((then.getTime() - now.getTime() + DAY_MS) % DAY_MS)
  }
  toHour(2)
  await round()
  expect(await own.store.conversations.find(conversation)).toBeDefined()
  toHour(3)
  await round()
  expect(await own.store.conversations.find(conversation)).toBeUndefined()
  expect(await own.store.audit.newest(1)).toMatchObject([{ act: 'expired', actorName: 'bellhop' }])
  const next = await ended(shop, 'B', 'amaranth')
  pass(11 * DAY_MS)
  await round()
  expect(await own.store.conversations.find(next.conversation)).toBeUndefined()
  await desk.close()
}, 60_000)
