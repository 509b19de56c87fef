import { beforeAll, describe, expect, test } from 'bun:test'
import type { Snapshot } from '../../actors/snapshot'
import { openShopForAll } from './fixtures'
import { type Node, opened, openNode, said } from './nodes'

const { database, node, at } = await openShopForAll(20)

/** Writes past everything what stands as an actor's snapshot, and answers what stood there. */
const spoil = (address: string, spoiled: (good: Snapshot) => string): string => {
  const [row] = database.look<{ snapshot: string }>(
    'select snapshot from actors where address = ?',
    address,
  )
  const good = row?.snapshot ?? ''
  database.look(
    'update actors set snapshot = ? where address = ?',
    spoiled(JSON.parse(good)),
    address,
  )
  return good
}

const ways: [what: string, spoiled: (good: Snapshot) => string][] = [
  ['that is no JSON', () => '{"shape":1,'],
  ['in a state that was removed', (good) => JSON.stringify({ ...good, value: 'bot' })],
  ['in half a state', (good) => JSON.stringify({ ...good, value: { active: {} } })],
  ['without its context', (good) => JSON.stringify({ ...good, context: null })],
  ['of a newer program', (good) => JSON.stringify({ ...good, shape: 99 })],
  ['of another actor', (good) => JSON.stringify({ ...good, context: { id: 'x', name: 'Ana' } })],
]

describe.each(ways)('a snapshot %s', (_, spoiled) => {
  const lamp = `lamp-${ways.findIndex(([, one]) => one === spoiled)}`
  const address = `conversation:${lamp}` as const
  let other: Node
  let good: string

  beforeAll(async () => {
    await node.send(address, opened(at(), `open-${lamp}`))
    good = spoil(address, spoiled)
    other = openNode(database, database.store)
  })

  test('parks its own actor, which says so', async () => {
    expect(await other.system.send(address, said(at(), `${lamp}-1`))).toEqual({ outcome: 'parked' })
    expect(await other.system.send(address, said(at(), `${lamp}-1`))).toEqual({ outcome: 'parked' })
    expect(other.system.parked()).toEqual([address])
    expect(other.system.isParked(address)).toBe(true)
    expect(await other.system.current(address)).toBeUndefined()
  })

  test('is told once to the log, and to whoever has its page open', () => {
    const errors = other.lines.filter((line) => line.includes('"error"'))
    expect(errors).toHaveLength(1)
    expect(errors[0]).toContain(address)
    expect(other.facts).toEqual([{ topic: address, what: 'state' }])
  })

  test('hurts nobody else: the next one is served on the same node', async () => {
    const sent = await other.send(`conversation:next-${lamp}`, opened(at(), `next-${lamp}`))
    expect(sent.outcome).toBe('done')
    expect(await other.state(`conversation:next-${lamp}`)).toMatchObject({ active: {} })
  })

  test('keeps its mail from nobody else’s, and lets it wait', async () => {
    await other.send('agent:ana', { type: 'signedOff', at: at() })
    // What Ana gave back is told to all her conversations; the spoiled one's mail waits.
    expect(await other.state(`conversation:next-${lamp}`)).not.toMatchObject({ active: {} })
    await other.send('agent:ana', { type: 'readied', at: at() })
    expect(await other.state(`conversation:next-${lamp}`)).toMatchObject({ active: {} })
  })

  test('goes on when it is whole again, with the mail that waited', async () => {
    database.look('update actors set snapshot = ? where address = ?', good, address)
    database.testClock.pass(10_001)
    await other.round()
    expect(other.system.isParked(address)).toBe(false)
    expect((await other.send(address, said(at(), `${lamp}-2`))).outcome).toBe('done')
    await other.send(address, {
      ...{ type: 'ended', at: at(), by: 'visitor', author: 'vera', name: 'Vera' },
    })
  })
})

test('an agent or a department that is spoiled is parked like any other', async () => {
  const good = spoil('department:sales', () => 'null')
  const other = openNode(database, database.store)
  expect((await other.send('conversation:late', opened(at(), 'open-late'))).outcome).toBe('done')
  expect(await other.state('conversation:late')).toEqual({ waiting: 'inLine' })
  expect(other.system.parked()).toEqual(['department:sales'])
  database.look('update actors set snapshot = ? where address = ?', good, 'department:sales')
  database.testClock.pass(10_001)
  await other.round()
  expect(await other.state('conversation:late')).toMatchObject({ active: {} })
})

test('mail that cannot be read is set aside at once, and keeps no other waiting', async () => {
  const lamp = 'conversation:unread' as const
  const deaf = openNode(database, database.store, { deaf: true })
  await deaf.send(lamp, opened(at(), 'open-unread'))
  database.look("update mail set event = 'nothing' where to_address = 'department:sales'")
  const aside = await database.store.mail.setAsideCount()
  const other = openNode(database, database.store)
  database.testClock.pass(501)
  await other.round()
  expect(await database.store.mail.setAsideCount()).toBe(aside + 1)
  expect(other.lines.join('')).toContain('its event cannot be read')
  expect((await other.send(lamp, said(at(), 'unread-1'))).outcome).toBe('done')
})
