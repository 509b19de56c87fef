import { beforeAll, describe, expect, test } from 'bun:test'
import type { Address } from '../../actors/address'
import type { Turn } from '../../actors/turn'
import { replay } from '../../src/system/replay'
import { openPlay, settle, step } from '../actors/desk/play'
import { journalsOf } from '../support/journals'
import { openShopForAll } from './fixtures'
import { opened, said } from './nodes'

const { database, node, at } = await openShopForAll(2)

test('a hundred days lead to the very same snapshots again', async () => {
  let journals = 0
  for (let seed = 1; seed <= 100; seed += 1) {
    const play = openPlay(seed, 'any')
    for (let done = 0; done < 15; done += 1) step(play)
    settle(play)
    const turns = journalsOf(play.harness)
    for (const [address, kept] of play.harness.actors) {
      const again = await replay(turns, address)
      expect(again.equal).toBe(true)
      // Byte for byte, in the order of their fields too.
      expect(JSON.stringify(again.snapshot)).toBe(JSON.stringify(kept.snapshot))
      journals += 1
    }
  }
  expect(journals).toBeGreaterThan(800)
}, 30_000)

test('a journal that was changed by one field leads elsewhere, and says so', async () => {
  const play = openPlay(3, 'prompt')
  for (let done = 0; done < 40; done += 1) step(play)
  const [conversation] = play.conversations
  const address: Address = `conversation:${conversation}`
  const forged = play.harness.journal.map(
    (turn): Turn =>
      turn.address === address && turn.event.type === 'opened'
        ? { ...turn, event: { ...turn.event, department: 'elsewhere' } }
        : turn,
  )
  const turns = journalsOf({ ...play.harness, journal: forged })
  expect((await replay(turns, address)).equal).toBe(false)
})

describe('on a real store', () => {
  beforeAll(async () => {
    for (let n = 0; n < 6; n += 1) {
      await node.send(`conversation:c-${n}`, opened(at(), `client-${n}`))
      database.testClock.pass(7_000)
      await node.round()
    }
    await node.send('conversation:c-0', said(at(), 'client-said'))
    await node.send('agent:ana', { type: 'signedOff', at: at() })
    await node.send('agent:ana', { type: 'readied', at: at() })
    database.testClock.pass(700_000)
    await node.round()
  })

  test('every journal leads to what is stored', async () => {
    const addresses = await database.store.turns.addresses('', 100)
    expect(addresses).toHaveLength(8)
    for (const address of addresses) {
      const { equal, turns } = await replay(database.store.turns, address)
      expect([address, equal]).toEqual([address, true])
      expect(turns).toBe((await database.store.turns.load(address))?.version ?? 0)
    }
  })

  test('stops where it is asked to, at what was so then', async () => {
    const address: Address = 'conversation:c-0'
    const stored = await database.store.turns.load(address)
    const last = stored?.version ?? 0
    const states: unknown[] = []
    for (let version = 1; version <= last; version += 1)
      states.push((await replay(database.store.turns, address, version)).snapshot?.value)
    expect(states.slice(0, 3)).toEqual([
      { waiting: 'inLine' },
      { active: { turn: 'awaitingAgent', hands: 'steady' } },
      { active: { turn: 'awaitingAgent', hands: 'steady' } },
    ])
    expect(states.at(-1)).toEqual(stored?.snapshot.value)
  })

  test('writes nothing', async () => {
    const before = database.look('select count(*) as n from journal')
    await replay(database.store.turns, 'department:sales')
    expect(database.look('select count(*) as n from journal')).toEqual(before)
  })

  test('goes no further than a turn that cannot be read, and says which', async () => {
    const address: Address = 'conversation:c-0'
    const turn = `address = '${address}' and version = 3`
    const [row] = database.look<{ event: string }>(`select event from journal where ${turn}`)
    database.look(`update journal set event = '{"type":' where ${turn}`)
    const again = await replay(database.store.turns, address)
    expect([again.turns, again.equal, again.damagedAt]).toEqual([2, false, 3])
    database.look(`update journal set event = ? where ${turn}`, row?.event ?? '')
    expect((await replay(database.store.turns, address)).equal).toBe(true)
  })

  test('leads elsewhere than to a snapshot that cannot be read', async () => {
    const address = 'conversation:c-1'
    database.look(`update actors set snapshot = 'nothing' where address = '${address}'`)
    const again = await replay(database.store.turns, address)
    expect([again.equal, again.damagedAt]).toEqual([false, null])
  })

  test('is nothing for nobody', async () => {
    expect(await replay(database.store.turns, 'visitor:nobody')).toEqual({
      ...{ turns: 0, snapshot: undefined, equal: true, damagedAt: null },
    })
  })
})
