import { afterAll, beforeAll, expect, test } from 'bun:test'
import { initialTimings } from '../../actors/department/settings'
import type { Staff } from '../../actors/people'
import { setStatus } from '../../src/commands/agents/status'
import { readLists } from '../../src/reads/inbox'
import { wordsIn } from '../../views/words'
import { openTestClock } from '../support/clock'
import { goOnDuty, hire, openTestDesk, type TestDesk, visit } from '../support/desk'
import { Screen } from './page'

const words = wordsIn('en').workbench

const { clock, pass, until } = openTestClock()

let desk: TestDesk
let ana: Staff
beforeAll(async () => {
  desk = await openTestDesk({ clock })
  ana = await hire(desk, 'Ana', 1)
})
afterAll(() => desk.close())

const become = (status: string) => setStatus(desk.desk, ana, { status })
const stored = async (conversation: string) =>
  (await desk.desk.store.conversations.find(conversation))?.state

const come = async (name: string, state: string) => {
  const { conversation } = await visit(desk, name)
  await until(async () => (await stored(conversation)) === state)
  return conversation
}

/** Ana's page, with one conversation open. */
const openBench = (conversation: string) => {
  const screen = new Screen()
  const reader = { audience: 'desk', language: 'en', zone: 'UTC', viewer: ana.id } as const
  const room = { conversation, after: 0, reader }
  const seen = { reader, list: { view: 'mine' }, selected: conversation, room } as const
  const check = async () => ana
  desk.web.feeds.workbench({ staff: ana, check }, seen, screen, { address: '127.0.0.1' })
  return screen.open()
}

test('who waits for the same is marked alike in the lists and in the room, whenever they came', async () => {
  await goOnDuty(desk, ana)
  const held = await come('Nora', 'active')
  const waits = await come('Vito', 'waiting')
  await become('away')
  const left = await come('Vera', 'left')
  const screens = [openBench(waits), openBench(left)]

  const rowOf = (screen: Screen, id: string) =>
    screen.frames
      .findLast(({ html }) => html.includes(`id="c-${id}"`))
      ?.html.split(`id="c-${id}"`)[1]
  const marked = (screen: Screen, id: string) =>
    rowOf(screen, id)?.split('</li>')[0]?.includes(words.left)
  const shown = () =>
    screens.map((screen) => [
      ...[marked(screen, waits), marked(screen, left)],
      screen.swaps('room-head').at(-1)?.includes(words.states.left),
      screen.swaps('facts').at(-1)?.includes(words.states.left),
    ])
  const lists = async () => {
    const { line } = await readLists(desk.web.reads, ana, { view: 'mine' })
    return line.map(({ id, state }) => [id, state])
  }
  const all = (mark: boolean) => {
    const row = [mark, mark, mark, mark]
    return until(() => Bun.deepEquals(shown(), [row, row]))
  }

  await all(true)
  expect([await stored(waits), await stored(left)]).toEqual(['waiting', 'left'])
  expect(await lists()).toEqual([
    [waits, 'left'],
    [left, 'left'],
  ])
  // Full as she is, she is there, and each is promised somebody again.
  await become('ready')
  await all(false)
  expect(await stored(left)).toBe('left')
  expect(await lists()).toEqual([
    [waits, 'waiting'],
    [left, 'waiting'],
  ])
  await pass(initialTimings.patience)
  await visit(desk, 'Wang')
  await all(true)
  expect(await stored(held)).toBe('active')
  for (const screen of screens) screen.leave()
})
