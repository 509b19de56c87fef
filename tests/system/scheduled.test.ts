import { afterEach, beforeEach, describe, expect, test } from 'bun:test'
import { openLocalBus } from '../../src/bus/local'
import { openLog } from '../../src/log'
import type { ScheduledMessage } from '../../src/store/ports/scheduled'
import { openScheduled, sendScheduled } from '../../src/system/scheduled'
import { until } from '../support/desk'
import { type Node, opened, openNode, openShop, openTestDatabase, type TestDatabase } from './nodes'

const LEASE_MS = 30_000
let database: TestDatabase
let node: Node
const stops: (() => Promise<void>)[] = []
beforeEach(async () => {
  database = await openTestDatabase()
  node = openNode(database, database.store)
  await openShop(node, database.testClock)
  await node.send('conversation:lamp', opened(at()))
})
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop()
  await database.store.close()
})

const at = () => database.testClock.now()
const message = (clientId: string, more: Partial<ScheduledMessage> = {}): ScheduledMessage => ({
  ...{ conversation: 'lamp', clientId, agent: 'ana', name: 'Ana', text: `It is ${clientId}` },
  ...{ answers: null, dueAt: at(), seq: null, held: '' },
  ...more,
})
const saidIn = async () =>
  (await database.store.transcripts.last('lamp', 50)).flatMap(({ by, text }) =>
    by === 'agent' ? [text] : [],
  )

/** A node's worker, whose system takes this long for each; `sent` are those it has sent, by client id. */
const worker = (slow: (clientId: string) => Promise<void>) => {
  const sent: string[] = []
  const log = openLog('silent')
  const parts = {
    store: database.store,
    bus: openLocalBus({ log }),
    clock: database.testClock.clock,
  }
  const send: typeof node.system.send = async (address, event) => {
    const id = 'clientId' in event ? (event.clientId ?? '') : ''
    sent.push(id)
    await slow(id)
    return node.system.send(address, event)
  }
  const scheduled = openScheduled({ ...parts, log, system: { ...node.system, send } })
  stops.push(() => scheduled.stop())
  return { sent, scheduled }
}
const gone = (count: number) =>
  until(async () => (await database.store.scheduled.of('lamp')).length <= count)

describe('of what is due at once', () => {
  test('each is sent by one node, though the first of them take longer than a lease', async () => {
    const ids = ['a', 'b', 'c', 'd']
    for (const id of ids) await database.store.scheduled.add(message(id))
    const other = worker(async () => {})
    const first = worker(async (id) => {
      database.testClock.pass(LEASE_MS - 1_000)
      // Another node looks while this one is at the second.
      if (id !== 'b') return
      other.scheduled.start()
      await gone(2)
    })
    first.scheduled.start()
    await gone(0)
    expect([...first.sent, ...other.sent].sort()).toEqual(ids)
    expect(other.sent).toEqual(['c', 'd'])
    expect((await saidIn()).sort()).toEqual(ids.map((id) => `It is ${id}`))
  })

  test('what waits for a slow one may be changed and taken back yet', async () => {
    const { scheduled } = database.store
    for (const id of ['a', 'b', 'c']) await scheduled.add(message(id))
    const { scheduled: slow } = worker(async (id) => {
      if (id !== 'a') return
      expect(await scheduled.cancel('lamp', 'b', 'ana', at())).toBe('done')
      const other = message('c', { text: 'Otherwise' })
      expect(await scheduled.change(other, other.dueAt, at())).toBe('done')
      expect(await scheduled.cancel('lamp', 'a', 'ana', at())).toBe('gone')
    })
    slow.start()
    await gone(0)
    expect(await saidIn()).toEqual(['It is a', 'Otherwise'])
  })
})

test('a node that comes to it after its lease says nothing of what another has changed', async () => {
  const { scheduled } = database.store
  const late = message('late')
  await scheduled.add(late)
  const taken = await scheduled.take(at(), at() + LEASE_MS)
  if (!taken) throw new Error('nothing was due')
  database.testClock.pass(LEASE_MS)
  const better = { ...late, text: 'Better words' }
  expect(await scheduled.change(better, late.dueAt, at())).toBe('done')
  const parts = { ...database.testClock, store: database.store, system: node.system }
  await sendScheduled({ ...parts, bus: openLocalBus({ log: openLog('silent') }) }, taken)
  expect(await saidIn()).toEqual([])
  expect((await scheduled.find('lamp', 'late'))?.text).toBe('Better words')
})
