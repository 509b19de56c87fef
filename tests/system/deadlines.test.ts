import { afterEach, beforeEach, describe, expect, test } from 'bun:test'
import { noticeOf } from '../../actors/entry'
import { GRACE_MS } from '../../actors/limits'
import { openTestClock, type TestClock } from '../support/clock'
import { type Node, opened, openNode, openShop, openTestDatabase, timings } from './nodes'

const HOUR_MS = 3_600_000
const WRAP_UP_MS = 60_000

let testClock: TestClock
let database: Awaited<ReturnType<typeof openTestDatabase>>
let node: Node
beforeEach(async () => {
  testClock = openTestClock()
  database = await openTestDatabase(testClock)
  node = start()
})
afterEach(async () => {
  await node.postman.stop()
  await database.store.close()
})

const start = () => {
  const started = openNode(database, database.store)
  started.postman.start()
  return started
}

/** What was there is killed, and another process opens what it left behind. */
const restart = async () => {
  await node.postman.stop()
  await database.store.close()
  database = await openTestDatabase(testClock, database.folder)
  node = start()
}

const pass = async (ms: number) => {
  await testClock.pass(ms)
  await node.rest()
}

const agent = () => node.state('agent:ana')
const lamp = () => node.state('conversation:lamp')

/** A department where offers ring, and a lamp that rings at Ana. */
const ring = async () => {
  await openShop(node, testClock)
  await node.send('department:sales', {
    ...{ type: 'configured', at: testClock.now() },
    changes: { acceptance: 'manual' },
  })
  await node.send('conversation:lamp', opened(testClock.now()))
}

/** A lamp that waits for somebody who is not there. */
const waitInLine = async () => {
  await openShop(node, testClock, 1)
  await node.send('conversation:held', opened(testClock.now(), 'client-held'))
  await node.send('conversation:lamp', opened(testClock.now()))
}

/** A lamp that Ana has answered: its visitor is silent. */
const fallSilent = async () => {
  await openShop(node, testClock)
  await node.send('conversation:lamp', opened(testClock.now()))
  await node.send('conversation:lamp', {
    ...{ type: 'said', at: testClock.now(), by: 'agent', author: 'ana', name: 'Ana' },
    ...{ clientId: 'client-answer', text: 'It is on its way' },
  })
}

/** Ana rests after a conversation. */
const wrapUp = async () => {
  await openShop(node, testClock)
  const changes = { wrapUp: WRAP_UP_MS }
  await node.send('agent:ana', { type: 'changed', at: testClock.now(), changes })
  await node.send('conversation:lamp', opened(testClock.now()))
  await node.send('conversation:lamp', {
    ...{ type: 'ended', at: testClock.now(), by: 'agent', author: 'ana', name: 'Ana' },
  })
}

/** Ana is out of reach. */
const lose = async () => {
  await openShop(node, testClock)
  const vanished = { type: 'vanished', at: testClock.now(), node: 'north' } as const
  await node.send('agent:ana', vanished)
}

const deadlines = [
  { what: 'an offer', begin: ring, ms: timings.accept, state: lamp },
  { what: 'patience', begin: waitInLine, ms: timings.patience, state: lamp },
  { what: 'silence', begin: fallSilent, ms: timings.silence, state: lamp },
  { what: 'a rest', begin: wrapUp, ms: WRAP_UP_MS, state: agent },
  { what: 'the grace of who was lost', begin: lose, ms: GRACE_MS, state: agent },
]

describe.each(deadlines)('$what takes its own time', ({ begin, ms, state }) => {
  test.each([
    { set: 'back', by: -HOUR_MS },
    { set: 'forward', by: HOUR_MS },
  ])('when the clock of the machine is set $set', async ({ by }) => {
    await begin()
    const before = await state()
    await pass(ms / 2)
    testClock.set(by)
    await pass(ms / 2 - 1_500)
    expect(await state()).toEqual(before)
    await pass(3_000)
    expect(await state()).not.toEqual(before)
  })

  test('when it was set back while the program did not run: from then on', async () => {
    await begin()
    const before = await state()
    await pass(ms / 2)
    testClock.set(-HOUR_MS)
    await restart()
    await pass(ms - 1_500)
    expect(await state()).toEqual(before)
    await pass(3_000)
    expect(await state()).not.toEqual(before)
  })
})

test('whose offers ring in vain is told so, though the clock was set back meanwhile', async () => {
  await ring()
  testClock.set(-HOUR_MS)
  await pass(2 * (timings.accept + timings.patience))
  const entries = await database.store.transcripts.last('lamp', 9)
  expect(entries.map((entry) => noticeOf(entry)?.code)).toContain('unattended')
})

test('many that are early keep nobody waiting who is due', async () => {
  await openShop(node, testClock, 1)
  await node.send('conversation:held', opened(testClock.now(), 'client-held'))
  for (let n = 0; n < 210; n += 1)
    await node.send(`conversation:early-${n}`, opened(testClock.now(), `client-${n}`))
  await pass(30_000)
  testClock.set(HOUR_MS)
  await node.send('conversation:lamp', opened(testClock.now()))
  await pass(35_000)
  expect(await node.state('conversation:early-209')).toEqual({ waiting: 'left' })
  expect(await lamp()).toEqual({ waiting: 'inLine' })
  await pass(26_000)
  expect(await lamp()).toEqual({ waiting: 'left' })
})

describe('when the clock was set forward, what is early', () => {
  const mailOfLamp = () =>
    database.look<{ dueAt: number; leasedUntil: number }>(
      `SELECT due_at AS dueAt, leased_until AS leasedUntil FROM mail
        WHERE to_address = 'conversation:lamp'`,
    )

  test('has its time of day put right once, and nobody leases it', async () => {
    await waitInLine()
    await pass(10_000)
    testClock.set(HOUR_MS)
    await pass(3_000)
    const [mail] = mailOfLamp()
    expect(mail?.leasedUntil).toBe(0)
    const leftMs = (mail?.dueAt ?? 0) - testClock.now()
    expect(Math.abs(leftMs - (timings.patience - 13_000))).toBeLessThan(200)
    await pass(30_000)
    expect(mailOfLamp()).toEqual(mail ? [mail] : [])
  })

  test('takes its own time, though it was set back again', async () => {
    await waitInLine()
    testClock.set(HOUR_MS)
    await pass(10_000)
    testClock.set(-HOUR_MS)
    await pass(timings.patience - 11_500)
    expect(await lamp()).toEqual({ waiting: 'inLine' })
    await pass(3_000)
    expect(await lamp()).toEqual({ waiting: 'left' })
  })

  test('takes no longer over a restart', async () => {
    await waitInLine()
    testClock.set(24 * HOUR_MS)
    await pass(10_000)
    await restart()
    await pass(timings.patience - 11_500)
    expect(await lamp()).toEqual({ waiting: 'inLine' })
    await pass(3_000)
    expect(await lamp()).toEqual({ waiting: 'left' })
  })
})

test('a tell that a killed program left behind is delivered though its time is to come', async () => {
  await openShop(node, testClock)
  await node.postman.stop()
  node = openNode(database, database.store, { deaf: true })
  await node.send('conversation:lamp', opened(testClock.now()))
  testClock.set(-HOUR_MS)
  await restart()
  await pass(3_000)
  expect(await lamp()).toMatchObject({ active: {} })
})

test('a lease that was taken before the clock was set back ends', async () => {
  await openShop(node, testClock)
  await node.postman.stop()
  node = openNode(database, database.store, { deaf: true })
  await node.send('conversation:lamp', opened(testClock.now()))
  const { mail } = database.store
  const due = await mail.due(testClock.now(), 9)
  expect(due).not.toEqual([])
  const ids = due.map(({ id }) => id)
  await mail.lease(ids, testClock.now(), testClock.now() + 10_000)
  testClock.set(-HOUR_MS)
  await restart()
  await pass(3_000)
  expect(await lamp()).toMatchObject({ active: {} })
})
