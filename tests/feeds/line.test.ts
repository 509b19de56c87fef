import { afterAll, beforeAll, describe, expect, test } from 'bun:test'
import { take } from '../../src/commands/shifts'
import { REFRESH } from '../../src/feeds/reads/line'
import { goOnDuty, hire, openTestDesk, type TestDesk, until, visit } from '../support/desk'
import { Screen } from './page'

let desk: TestDesk
beforeAll(async () => {
  desk = await openTestDesk()
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
  test('shows everybody his place, and moves all of them with one query', async () => {
    // Somebody has to be on duty for a line to form, with room for one only.
    const ana = await hire(desk, 'Ana', 1)
    await goOnDuty(desk, ana)
    const first = await visit(desk, 'Vera')
    const held = async () => (await desk.desk.store.inbox.conversation(first.conversation))?.state
    await until(async () => (await held()) === 'active')

    const waiting = []
    for (let n = 0; n < 30; n++) waiting.push(await visit(desk, `Vito ${n}`))
    const screens = waiting.map(follow)
    await until(() => screens.every((screen, n) => placeOn(screen) === String(n + 1)), 5000)

    let queries = 0
    const { inbox } = desk.desk.store
    const lineOrder = inbox.lineOrder
    inbox.lineOrder = (department) => {
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
    inbox.lineOrder = lineOrder

    expect(await take(desk.desk, amir, waiting[5]?.conversation ?? '')).not.toBeNull()
    for (const screen of screens) screen.leave()
    await Bun.sleep(REFRESH * 2)
  }, 20_000)
})
