import { afterAll, beforeAll, expect, test } from 'bun:test'
import type { Staff } from '../../actors/people'
import { setStatus } from '../../src/commands/agents/status'
import { end } from '../../src/commands/conversations/end'
import { configureDepartment } from '../../src/commands/departments/configure'
import { deskZone } from '../../src/reads/desk-zone'
import { boardPath, boardWallPath } from '../../views/office/board/page'
import { type FollowedDesk, openFollowedDesk } from '../feeds/harness'
import { Screen } from '../feeds/page'
import { openTestClock, type TestClock } from '../support/clock'
import { countAll } from '../support/counting'
import { hire, visit } from '../support/desk'
import { type Ask, askOf, json, signIn } from './ask'

/** After so long it is on the board, ms. */
const WITHIN_MS = 1_000

let clock: TestClock
let harness: FollowedDesk
let ask: Ask
let sina: Staff
let cookie: string
let screen: Screen
beforeAll(async () => {
  clock = openTestClock(Date.UTC(2026, 10, 23, 10))
  harness = await openFollowedDesk(clock)
  ask = askOf(harness.desk)
  sina = await hire(harness.desk, 'Sina', 5, 'supervisor')
  cookie = await signIn(ask, 'Sina')
  await configureDepartment(harness.desk.desk, 'support', { slaFirst: 600_000 })
  screen = new Screen()
  const session = { staff: sina, check: async () => sina }
  harness.desk.web.feeds.board(session, 'en', screen, { address: '127.0.0.1' })
  screen.open()
  await clock.until(() => screen.has('id="board"'))
})
afterAll(() => harness.desk.close())

const figures = () => screen.swaps('board-figures').at(-1) ?? ''
const valueIn = (html: string, name: string) =>
  Number(new RegExp(`data-figure="${name}".*?<data value="([^"]*)"`, 's').exec(html)?.[1])
/** How long it took until something stood on the board, ms. */
const took = async (look: () => boolean | undefined) => {
  const from = clock.clock.ticks()
  await clock.until(look)
  return clock.clock.ticks() - from
}

test('who waits, who talks, and since when is on the board within a second', async () => {
  await setStatus(harness.desk.desk, harness.ana, { status: 'away' })
  const vera = await visit(harness.desk, 'Vera')
  expect(await took(() => valueIn(figures(), 'waiting') === 1)).toBeLessThan(WITHIN_MS)
  expect(figures()).toContain('Longest wait')
  await clock.pass(60_000)
  await visit(harness.desk, 'Vito')
  expect(await took(() => valueIn(figures(), 'waiting') === 2)).toBeLessThan(WITHIN_MS)
  const line = screen.swaps('line-support').at(-1) ?? ''
  expect(Number(/data-passed="(\d+)"/.exec(line)?.[1])).toBeGreaterThanOrEqual(60_000)
  await setStatus(harness.desk.desk, harness.ana, { status: 'ready' })
  expect(await took(() => valueIn(figures(), 'talking') === 2)).toBeLessThan(WITHIN_MS)
  const holder = () => screen.swaps(`holder-${harness.ana.id}`).at(-1) ?? ''
  expect(await took(() => holder().includes('Vera') && holder().includes('Vito'))).toBeLessThan(
    WITHIN_MS,
  )
  await clock.pass(60_000)
  expect(valueIn(figures(), 'due')).toBe(0)

  // Three quarters of the promised time, and then all of it.
  await clock.pass(330_500)
  expect(await took(() => valueIn(figures(), 'due') === 1)).toBeLessThan(WITHIN_MS)
  expect(screen.swaps('board-due').at(-1)).toContain(`data-due="${vera.conversation}"`)
  await clock.pass(150_000)
  expect(await took(() => figures().includes('1 late'))).toBeLessThan(WITHIN_MS)
  // An answer takes it off.
  await harness.write(harness.ana, vera.conversation, 'Here I am')
  const isOff = () => !screen.swaps('board-due').at(-1)?.includes(vera.conversation)
  expect(await took(isOff)).toBeLessThan(WITHIN_MS)
  await end(harness.desk.desk, harness.ana, vera.conversation)
  expect(await took(() => valueIn(figures(), 'talking') === 1)).toBeLessThan(WITHIN_MS)
})

test('the curve of the day is what the reports count', async () => {
  let isCounted = false
  void countAll(harness.desk, deskZone).then(() => {
    isCounted = true
  })
  await clock.until(() => isCounted)
  const { text } = await ask('GET', boardPath, { cookie, headers: json })
  const { today, hour } = JSON.parse(text)
  // All of it began within this hour: the one before stands there too, so that a line can be drawn.
  expect(today.map((one: { hour: number }) => one.hour)).toEqual([hour - 1, hour])
  expect(today[0].now.conversations ?? 0).toBe(0)
  expect(today[1].now).toMatchObject({ conversations: 2, answered: 1, late: 1, promised: 2 })
  // And an open board follows it.
  const conversations = () => valueIn(figures(), 'conversations') === 2
  expect(await took(conversations)).toBeLessThan(6_000)
  const drawn = () => screen.swaps('board-today').at(-1) ?? ''
  expect(drawn()).toContain('<svg')
  expect(drawn()).not.toContain('Nothing has begun today yet')
  const heights = [...drawn().matchAll(/class="chart-end"[^>]*>([^<]*)</g)].map(([, text]) => text)
  expect(heights).toEqual(['0', '1', '2'])
  // Hours without anybody belong to the day: the curve goes on to this one.
  await clock.pass(2 * 3_600_000)
  const later = JSON.parse((await ask('GET', boardPath, { cookie, headers: json })).text)
  expect(later.today.map((one: { hour: number }) => one.hour)).toEqual(
    [0, 1, 2].map((hours) => hour + hours),
  )
})

test('a wall has the board and nothing around it; who may not look is shown neither', async () => {
  const wall = await ask('GET', boardWallPath, { cookie })
  expect([wall.status, wall.text.includes('id="board"')]).toEqual([200, true])
  expect(wall.text).not.toContain('office-side')
  const agent = await signIn(ask, 'Ana')
  expect((await ask('GET', boardWallPath, { cookie: agent })).status).toBe(403)
})
