import { afterEach, beforeEach, describe, expect, test } from 'bun:test'
import { join } from 'node:path'
import type { Store } from '../../src/store/store'
import { migratedOn } from '../store/migrated'
import { openMysqlAt, openSqliteAt } from '../store/open'
import { dataFolder } from '../support/data-folder'
import { sharedMariadb } from '../support/mariadb'
import { openClock, opened, openNode, openShop } from './nodes'

const mariadb = await sharedMariadb()

const stores: [name: string, fresh: () => Promise<Store>][] = [
  ['SQLite', async () => openSqliteAt(join(await dataFolder(), 'bellhop.db'))],
  ['MariaDB', async () => openMysqlAt(await migratedOn(mariadb))],
]

describe.each(stores)('mail that was set aside, on %s', (_, fresh) => {
  const testClock = openClock()
  const at = () => testClock.now()
  let store: Store
  beforeEach(async () => {
    store = await fresh()
    const shop = openNode({ testClock }, store)
    await openShop(shop, testClock)
    await shop.send('agent:ana', { type: 'signedOff', at: at() })
  })
  afterEach(() => store.close())

  /** A node that cannot bring the department its mail. */
  const openLame = (isLame: () => boolean = () => true) =>
    openNode(
      { testClock },
      {
        ...store,
        turns: {
          ...store.turns,
          commit: (turn, consumes) =>
            isLame() && consumes !== undefined && turn.address === 'department:sales'
              ? Promise.reject(new Error('no room'))
              : store.turns.commit(turn, consumes),
        },
      },
    )
  const line = () => store.conversations.lineOrder('sales')
  const sweep = () => ({ type: 'swept', at: at() }) as const
  /** As often as the postman tries before it gives up, and a few times more. */
  const tryLong = async (node: ReturnType<typeof openLame>) => {
    for (let tries = 0; tries < 12; tries += 1) {
      testClock.pass(10_001)
      await node.round()
    }
  }
  const triesOf = ({ lines }: ReturnType<typeof openLame>) =>
    lines.filter((line) => line.includes('could not be delivered')).length

  test('comes back when the program starts', async () => {
    const lame = openLame()
    await lame.send('conversation:lamp', opened(at()))
    await tryLong(lame)
    expect(await store.mail.setAsideCount()).toBe(1)
    const started = openNode({ testClock }, store)
    await started.round()
    expect(await store.mail.setAsideCount()).toBe(0)
    expect(await line()).toEqual(['lamp'])
  })

  test('comes back when its actor takes a turn again', async () => {
    let lames = true
    const node = openLame(() => lames)
    await node.send('conversation:lamp', opened(at()))
    await tryLong(node)
    lames = false
    await tryLong(node)
    expect(await store.mail.setAsideCount()).toBe(1)
    await node.send('department:sales', sweep())
    testClock.pass(1_001)
    await node.round()
    expect(await line()).toEqual(['lamp'])
    expect(await store.mail.setAsideCount()).toBe(0)
  })

  test('comes back when its actor took a turn elsewhere, also if others set it aside', async () => {
    const other = openNode({ testClock }, store)
    await other.round()
    const lame = openLame()
    await lame.send('conversation:lamp', opened(at()))
    await tryLong(lame)
    testClock.pass(60_001)
    await other.round()
    expect(await store.mail.setAsideCount()).toBe(1)
    await lame.send('department:sales', sweep())
    testClock.pass(1_001)
    await other.round()
    expect(await line()).toEqual(['lamp'])
  })

  test('is tried once for each turn of its actor while it still fails', async () => {
    const lame = openLame()
    await lame.send('conversation:lamp', opened(at()))
    await tryLong(lame)
    expect(triesOf(lame)).toBe(8)
    for (const tries of [9, 10]) {
      await lame.send('department:sales', sweep())
      await tryLong(lame)
      expect(triesOf(lame)).toBe(tries)
      expect(await store.mail.setAsideCount()).toBe(1)
    }
  })
})
