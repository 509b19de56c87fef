import { afterEach, beforeEach, describe, expect, test } from 'bun:test'
import { noticeOf } from '../../actors/entry'
import {
  mailOf,
  opened,
  openNode,
  openShop,
  openTestDatabase,
  said,
  type TestDatabase,
  timings,
} from './nodes'

let database: TestDatabase
beforeEach(async () => {
  database = await openTestDatabase()
})
afterEach(() => database.store.close())

const at = () => database.testClock.now()
const mail = () => mailOf(database)

/** Ana holds as many as she may, and the lamp waits behind them. */
const openBusy = async () => {
  const node = openNode(database, database.store)
  await openShop(node, database.testClock)
  for (const id of ['a', 'b', 'c', 'lamp', 'desk'])
    await node.send(`conversation:${id}`, opened(at(), `client-${id}`))
  return node
}

describe('a clock', () => {
  const clockOf = async (conversation: string) =>
    (await mail())
      .filter(({ timer }) => timer?.startsWith(`conversation:${conversation}/`))
      .map(({ dueAt }) => dueAt)

  test('goes off at its own time, not before, and once', async () => {
    const node = await openBusy()
    const due = at() + timings.patience
    expect(await clockOf('lamp')).toEqual([due])
    database.testClock.pass(timings.patience - 1)
    await node.round()
    expect(await node.state('conversation:lamp')).toEqual({ waiting: 'inLine' })
    database.testClock.pass(1)
    await node.round()
    await node.round()
    expect(await node.state('conversation:lamp')).toEqual({ waiting: 'left' })
    const [entry] = await database.store.transcripts.last('lamp', 1)
    expect(entry).toMatchObject({ body: { notice: { code: 'unattended' } }, at: due })
    expect(await clockOf('lamp')).toEqual([])
  })

  test('keeps its absolute time over a restart', async () => {
    await openBusy()
    const due = at() + timings.patience
    await database.store.close()
    database.testClock.pass(20_000)
    database = await openTestDatabase(database.testClock, database.folder)
    const next = openNode(database, database.store)
    expect(await clockOf('lamp')).toEqual([due])
    database.testClock.pass(39_999)
    await next.round()
    expect(await next.state('conversation:lamp')).toEqual({ waiting: 'inLine' })
    database.testClock.pass(1)
    await next.round()
    expect(await next.state('conversation:lamp')).toEqual({ waiting: 'left' })
    // By one node or by two: it went off once.
    await openNode(database, database.store).round()
    const fired = (await database.store.turns.journal('conversation:lamp', 0, 100)).filter(
      ({ event }) => event?.type.startsWith('xstate.'),
    )
    expect(fired).toHaveLength(1)
  })

  test('that came due three days ago goes off once, now; one of the year 9999 waits', async () => {
    await openBusy()
    const far = Date.UTC(9999, 11, 31)
    await database.store.turns.commit({
      ...{ address: 'conversation:desk', version: 99, at: at(), rejected: false },
      ...{
        event: said(at(), 'client-far'),
        entries: [],
        lines: [],
        cancels: [],
        keeps: [],
        drops: [],
      },
      ...{ decisions: [], facts: [], summary: null },
      snapshot: (await database.store.turns.load('conversation:desk'))?.snapshot as never,
      mail: [
        {
          ...{ id: 'conversation:desk/99/0', to: 'conversation:desk', dueAt: far },
          event: { type: 'xstate.after.patience.conversation.waiting.inLine', at: far },
          timer: 'conversation:desk/xstate.after.patience.conversation.waiting.inLine',
        },
      ],
    })
    await database.store.close()
    database.testClock.pass(3 * 86_400_000)
    database = await openTestDatabase(database.testClock, database.folder)
    const next = openNode(database, database.store)
    await next.round()
    await next.round()
    expect(await next.state('conversation:lamp')).toEqual({ waiting: 'left' })
    expect(await next.state('conversation:desk')).toEqual({ waiting: 'inLine' })
    expect(await clockOf('desk')).toEqual([far])
    const [entry] = await database.store.transcripts.last('lamp', 1)
    expect(entry?.at).toBe(at())
  })

  test('that was stopped never goes off', async () => {
    const node = openNode(database, database.store)
    await openShop(node, database.testClock)
    await node.send('conversation:lamp', opened(at()))
    database.testClock.pass(timings.patience * 3)
    await node.round()
    const notices = (await database.store.transcripts.last('lamp', 9)).map(
      (entry) => noticeOf(entry)?.code,
    )
    expect(notices).toEqual([undefined, 'assigned'])
  })
})
