import { afterAll, beforeAll, describe, expect, test } from 'bun:test'
import { addressOf } from '../../actors/address'
import { take } from '../../src/commands/agents/take'
import { OnDuty } from '../../src/reads/on-duty'
import { Lines, REFRESH_MS } from '../../src/reads/queue'
import { Screen } from '../feeds/page'
import { openTestClock } from '../support/clock'
import { goOnDuty, hire, openTestDesk, type TestDesk, visit } from '../support/desk'

const { clock, pass, until } = openTestClock()

let desk: TestDesk
beforeAll(async () => {
  desk = await openTestDesk({ clock })
})
afterAll(() => desk.close())

const follow = ({ person, conversation }: Awaited<ReturnType<typeof visit>>) => {
  const screen = new Screen()
  const reader = { audience: 'visitor', language: 'en', zone: 'UTC', viewer: person.id } as const
  const seen = { conversation, after: 0, reader }
  desk.web.feeds.visitor(person, seen, screen, { address: '127.0.0.1' })
  screen.open()
  return screen
}
const placeOn = (screen: Screen) =>
  /You are (next|\d+)/.exec(screen.swaps('status').at(-1) ?? '')?.[1]?.replace('next', '1')

describe('the line', () => {
  test('shows everybody their place, and moves all of them with one query', async () => {
    // Somebody has to be on duty for a line to form, with room for one only.
    const ana = await hire(desk, 'Ana', 1)
    await goOnDuty(desk, ana)
    const first = await visit(desk, 'Vera')
    const held = async () => (await desk.desk.store.conversations.find(first.conversation))?.state
    await until(async () => (await held()) === 'active')

    const waiting = []
    for (let n = 0; n < 30; n++) waiting.push(await visit(desk, `Vito ${n}`))
    const screens = waiting.map(follow)
    await until(() => screens.every((screen, n) => placeOn(screen) === String(n + 1)), 5000)

    let queries = 0
    const { conversations } = desk.desk.store
    const lineOrder = conversations.lineOrder
    conversations.lineOrder = (department) => {
      queries++
      return lineOrder(department)
    }
    const amir = await hire(desk, 'Amir', 1)
    await goOnDuty(desk, amir)
    await until(
      () => screens.slice(1).every((screen, n) => placeOn(screen) === String(n + 1)),
      5000,
    )
    expect(screens[0]?.swaps('status').at(-1)).toContain('data-state="active"')
    // Amir's coming is a change or two of the line; thirty pages show it.
    expect(queries).toBeLessThanOrEqual(6)
    conversations.lineOrder = lineOrder

    expect(await take(desk.desk, amir, waiting[5]?.conversation ?? '')).not.toBeNull()
    for (const screen of screens) screen.leave()
    await pass(REFRESH_MS * 2)
  }, 20_000)

  test('is read once more when it rings while it is read, however slow the store is', async () => {
    const { store, bus } = desk.desk
    const asked: PromiseWithResolvers<string[]>[] = []
    const lineOrder = () => {
      const question = Promise.withResolvers<string[]>()
      asked.push(question)
      return question.promise
    }
    const conversations = { ...store.conversations, lineOrder }
    const departments = { ...store.departments, onDuty: async () => [''] }
    const testClock = openTestClock()
    const parts = {
      ...desk.desk,
      store: { ...store, conversations, departments },
      clock: testClock.clock,
    }
    const onDuty = new OnDuty(parts)
    const lines = new Lines({ ...parts, onDuty })
    let moved = 0
    const vera = { conversation: 'vera', moved: () => void moved++ }
    lines.join('slow', vera)
    try {
      const early = lines.placeOf({ id: 'vera', department: 'slow', language: '' }, vera)
      await testClock.until(() => asked.length === 1)
      // It rings when the next read is due already: that one finds the first still under way.
      testClock.jump(REFRESH_MS)
      bus.publish([{ topic: addressOf('department', 'slow'), what: 'line' }])
      await testClock.pass(20)
      expect(asked).toHaveLength(1)
      asked[0]?.resolve(['vito', 'vera'])
      expect(await early).toMatchObject({ place: 2 })
      await testClock.until(() => asked.length === 2)
      asked[1]?.resolve(['vera'])
      await testClock.until(() => moved === 1)
      expect(
        await lines.placeOf({ id: 'vera', department: 'slow', language: '' }, vera),
      ).toMatchObject({
        place: 1,
      })
    } finally {
      lines.leave('slow', vera)
      onDuty.close()
    }
  })
})
