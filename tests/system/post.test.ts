import { afterEach, beforeEach, describe, expect, test } from 'bun:test'
import type { Mail } from '../../actors/mail'
import type { Store } from '../../src/store/store'
import { mailOf, opened, openNode, openShop, openTestDatabase, type TestDatabase } from './nodes'

let database: TestDatabase
beforeEach(async () => {
  database = await openTestDatabase()
})
afterEach(() => database.store.close())

const at = () => database.testClock.now()
const mail = () => mailOf(database)
const tells = async () => (await mail()).filter(({ timer }) => timer === null)
const versionOf = async (address: 'department:sales') =>
  (await database.store.turns.load(address))?.version ?? 0

/** A desk whose only agent is gone: whoever asks waits. */
const openQuiet = async () => {
  const node = openNode(database, database.store)
  await openShop(node, database.testClock)
  await node.send('agent:ana', { type: 'signedOff', at: at() })
  return node
}

describe('a tell', () => {
  test('comes once, however many postmen there are', async () => {
    await openQuiet()
    const deaf = openNode(database, database.store, { deaf: true })
    await deaf.send('conversation:lamp', opened(at()))
    const [letter] = (await database.store.mail.due(at(), 10)).filter(({ timer }) => timer === null)
    const nodes = Array.from({ length: 4 }, () => openNode(database, database.store))
    const outcomes = await Promise.all(nodes.map(({ system }) => system.deliver(letter as Mail)))
    expect(outcomes.toSorted()).toEqual(['done', 'gone', 'gone', 'gone'])
    const queued = (await database.store.turns.journal('department:sales', 0, 100)).filter(
      ({ event }) => event?.type === 'queued',
    )
    expect(queued).toHaveLength(1)
  })

  test('comes once when two look through the same mail room at the same time', async () => {
    await openQuiet()
    const deaf = openNode(database, database.store, { deaf: true })
    for (let n = 0; n < 20; n += 1)
      await deaf.send(`conversation:c-${n}`, { ...opened(at(), `client-${n}`) })
    const before = await versionOf('department:sales')
    database.testClock.pass(501)
    const nodes = [openNode(database, database.store), openNode(database, database.store)]
    await Promise.all(nodes.map((node) => node.round()))
    await Promise.all(nodes.map((node) => node.rest()))
    expect(await versionOf('department:sales')).toBe(before + 20)
    expect(await database.store.conversations.lineOrder('sales')).toHaveLength(20)
    // Each new one was told that nobody is on duty; that is delivered too.
    expect(await tells()).toEqual([])
  })

  test('of a node that was killed before it delivered is delivered by another', async () => {
    await openQuiet()
    const killed = openNode(database, database.store, { deaf: true })
    await killed.send('conversation:lamp', opened(at()))
    expect(await database.store.conversations.lineOrder('sales')).toEqual([])
    const other = openNode(database, database.store)
    // Not at once: it might be on its way.
    await other.round()
    expect(await database.store.conversations.lineOrder('sales')).toEqual([])
    database.testClock.pass(501)
    await other.round()
    expect(await database.store.conversations.lineOrder('sales')).toEqual(['lamp'])
    expect(await other.state('conversation:lamp')).toEqual({ waiting: 'left' })
    expect(await tells()).toEqual([])
  })

  test('leads to more tells, and all of them come to rest', async () => {
    const node = openNode(database, database.store)
    await openShop(node, database.testClock)
    for (let n = 0; n < 5; n += 1)
      await node.send(`conversation:c-${n}`, opened(at(), `client-${n}`))
    expect(await tells()).toEqual([])
    expect((await database.store.conversations.held('ana')).map(({ id }) => id)).toHaveLength(3)
    expect(await database.store.conversations.lineOrder('sales')).toEqual(['c-3', 'c-4'])
  })
})

describe('mail that cannot be delivered', () => {
  /** Commits of one actor fail. */
  const failing = (store: Store, address: string): Store => ({
    ...store,
    turns: {
      ...store.turns,
      commit: (turn, consumes) =>
        turn.address === address
          ? Promise.reject(new Error('no room'))
          : store.turns.commit(turn, consumes),
    },
  })

  test('is tried again later, set aside after eight times, and holds nobody up', async () => {
    const shop = await openQuiet()
    const node = openNode(database, failing(database.store, 'department:sales'))
    await node.send('conversation:lamp', opened(at()))
    expect(await database.store.mail.setAsideCount()).toBe(0)
    for (let tries = 1; tries < 8; tries += 1) {
      // Put off, not asked again at once.
      await node.round()
      database.testClock.pass(10_001)
      await node.round()
    }
    expect(await database.store.mail.setAsideCount()).toBe(1)
    expect(node.lines.join('')).toContain('mail is set aside')
    database.testClock.pass(3_600_000)
    await node.round()
    expect(node.lines.filter((line) => line.includes('could not be delivered'))).toHaveLength(8)
    // Everybody else is served as ever.
    const sent = await shop.send('agent:ana', { type: 'readied', at: at() })
    expect(sent.outcome).toBe('done')
  })

  test('goes through when what was wrong is over', async () => {
    await openQuiet()
    let down = true
    const store: Store = {
      ...database.store,
      turns: {
        ...database.store.turns,
        commit: (turn, consumes) =>
          down && consumes !== undefined
            ? Promise.reject(new Error('away'))
            : database.store.turns.commit(turn, consumes),
      },
    }
    const node = openNode(database, store)
    await node.send('conversation:lamp', opened(at()))
    down = false
    database.testClock.pass(10_001)
    await node.round()
    expect(await database.store.conversations.lineOrder('sales')).toEqual(['lamp'])
  })
})

test('a postman that stops has nothing underway, and starts no more rounds', async () => {
  const node = await openQuiet()
  node.postman.start()
  await node.system.send('conversation:lamp', opened(at()))
  await node.postman.stop()
  expect(node.postman.underway()).toBe(0)
})

test('a postman that runs wakes by itself for what falls due', async () => {
  const node = await openQuiet()
  const deaf = openNode(database, database.store, { deaf: true })
  await deaf.send('conversation:lamp', opened(at()))
  database.testClock.pass(600)
  node.postman.start()
  for (let waits = 0; waits < 200 && (await tells()).length > 0; waits += 1) await Bun.sleep(10)
  await node.postman.stop()
  expect(await database.store.conversations.lineOrder('sales')).toEqual(['lamp'])
})
