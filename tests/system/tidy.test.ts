import { afterEach, beforeEach, describe, expect, test } from 'bun:test'
import { openLocalBus } from '../../src/bus/local'
import { openLog } from '../../src/log'
import type { Store } from '../../src/store/store'
import { openMaintenance } from '../../src/system/maintenance'
import { type Node, openNode, openTestDatabase, type TestDatabase } from './nodes'

let database: TestDatabase
let node: Node
beforeEach(async () => {
  database = await openTestDatabase()
  node = openNode(database, database.store)
})
afterEach(() => database.store.close())

const at = () => database.testClock.now()

/** As among several nodes: the same store, which says that it is not alone. */
const watch = (own: string) => {
  const store: Store = { ...database.store, shared: true }
  const { clock } = database.testClock
  return openMaintenance({
    node: own,
    store,
    bus: openLocalBus(),
    system: node.system,
    clock,
    log: openLog('silent'),
  })
}

describe('what is over', () => {
  const count = (table: string) =>
    database.look<{ n: number }>(`select count(*) n from ${table}`)[0]?.n
  const DAY = 24 * 3_600_000

  test('is thrown away once an hour, and nothing else', async () => {
    const { accounts, visits, nodes } = database.store
    const start = at()
    await accounts.openSession('session', 'ana', { at: start, idle: 1, expires: start + 2 * DAY })
    await accounts.countAttempt('ana', start, 60_000)
    await visits.remember('token', 'vera', start)
    await nodes.beat('killed', start)
    await nodes.beat('north', start)
    const north = watch('north')
    const left = async (ms: number) => {
      database.testClock.pass(ms)
      await north.tidy()
      return ['sessions', 'attempts', 'visitor_tokens', 'nodes'].map(count)
    }
    expect(await left(0)).toEqual([1, 1, 1, 2])
    expect(await left(3_599_999)).toEqual([1, 1, 1, 2])
    expect(await left(1)).toEqual([1, 0, 1, 2])
    expect(await left(DAY)).toEqual([1, 0, 1, 1])
    expect(await left(DAY)).toEqual([0, 0, 1, 1])
    expect(await left(363 * DAY)).toEqual([0, 0, 1, 1])
    expect(await left(2 * DAY)).toEqual([0, 0, 0, 1])
    expect(database.look('select node from nodes')).toEqual([{ node: 'north' }])
  })

  test('of visitors with accounts goes with the cookie by which they were signed in', async () => {
    const { customers, visits } = database.store
    const start = at()
    const from = { address: null, browser: null }
    const account = { email: 'vera@guest.example', name: 'Vera', passwordHash: 'one' }
    const times = { language: 'en', createdAt: start, provenAt: null, seenAt: null }
    await customers.create({ id: 'waits', ...account, ...times, openedAt: null }, 'waits')
    await customers.create({ id: 'vera', ...account, ...times, openedAt: start }, 'vera')
    for (const [hash, idle] of [
      ['phone', start + DAY],
      ['home', start + 9 * DAY],
    ] as const) {
      await visits.remember(hash, 'visitor', start)
      const session = { at: start, idle, expires: start + 99 * DAY }
      await customers.openSession(hash, 'vera', session, from)
    }
    const north = watch('north')
    const left = async (ms: number) => {
      database.testClock.pass(ms)
      await north.tidy()
      return ['customers', 'customer_sessions', 'visitor_tokens'].map(count)
    }
    expect(await left(0)).toEqual([2, 2, 2])
    expect(await left(DAY)).toEqual([2, 1, 1])
    expect(await visits.visitorOf('home')).toBe('visitor')
    expect(await left(DAY + 60_000)).toEqual([1, 1, 1])
    expect(await customers.byId('vera')).toBeDefined()
    expect(await left(8 * DAY)).toEqual([1, 0, 0])
  })

  test('of mail goes after two weeks, of words that were never sent after more than a year', async () => {
    const { letters, drafts, scheduled, profiles } = database.store
    const start = at()
    await letters.write({
      ...{ id: 'letter', thread: 'lamp', nth: 1, after: 1, upTo: 2, at: start },
      ...{ kind: 'answer', about: '', address: '', subject: '', language: '' },
      ...{ state: 'dead', dueAt: start, tries: 10, problem: 'EENVELOPE 550' },
    })
    await drafts.keep({ agent: 'ana', conversation: 'lamp', text: 'Perhaps', at: start })
    await scheduled.add({
      ...{ conversation: 'lamp', clientId: 'one', agent: 'ana', name: 'Ana', text: 'Later' },
      ...{ answers: null, dueAt: start, seq: null, held: 'ended' },
    })
    await profiles.subscribe({
      ...{ id: 'push', account: 'ana', session: 'over', endpoint: 'https://push.test' },
      ...{ p256dh: '', auth: '', language: 'en' },
    })
    const north = watch('north')
    const left = async (ms: number) => {
      database.testClock.pass(ms)
      await north.tidy()
      return ['letters', 'drafts', 'scheduled', 'pushes'].map(count)
    }
    expect(await left(0)).toEqual([1, 1, 1, 0])
    expect(await left(14 * DAY)).toEqual([1, 1, 1, 0])
    expect(await left(DAY)).toEqual([0, 1, 1, 0])
    expect(await left(384 * DAY)).toEqual([0, 1, 1, 0])
    expect(await left(2 * DAY)).toEqual([0, 0, 0, 0])
  })

  test('of a year goes a little at a time, and others come in between', async () => {
    const { visits } = database.store
    const tokens = Array.from({ length: 1_200 }, (_, n) => visits.remember(`${n}`, 'vera', at()))
    await Promise.all(tokens)
    const left: unknown[] = []
    let others = 0
    const forget: typeof visits.forget = (before) => {
      left.push(count('visitor_tokens'))
      setImmediate(() => {
        others += 1
      })
      return visits.forget(before)
    }
    const { clock } = database.testClock
    const log = openLog('silent')
    const store = { ...database.store, visits: { ...visits, forget } }
    const north = openMaintenance({
      node: 'north',
      store,
      bus: openLocalBus(),
      system: node.system,
      clock,
      log,
    })
    database.testClock.pass(367 * DAY)
    await north.tidy()
    expect(left).toEqual([1_200, 700, 200])
    expect(others).toBeGreaterThanOrEqual(2)
    expect(count('visitor_tokens')).toBe(0)
  })
})
