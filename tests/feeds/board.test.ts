import { afterAll, beforeAll, expect, test } from 'bun:test'
import type { Staff } from '../../actors/people'
import { isProblem } from '../../actors/problem'
import { end } from '../../src/commands/conversations/end'
import { openTestClock, type TestClock } from '../support/clock'
import { hire, visit } from '../support/desk'
import { type FollowedDesk, openFollowedDesk } from './harness'
import { Screen } from './page'

let clock: TestClock
let harness: FollowedDesk
let sina: Staff
beforeAll(async () => {
  clock = openTestClock()
  harness = await openFollowedDesk(clock)
  sina = await hire(harness.desk, 'Sina', 5, 'supervisor')
})
afterAll(() => harness.desk.close())

const follow = (check = async (): Promise<Staff | null> => sina) => {
  const screen = new Screen()
  const session = { staff: sina, check }
  harness.desk.web.feeds.board(session, 'en', screen, { address: '127.0.0.1' })
  return screen.open()
}
const readsOf = () => {
  const { conversations } = harness.store
  const { inHands } = conversations
  let count = 0
  Object.assign(conversations, {
    inHands: (...asked: Parameters<typeof inHands>) => {
      count += 1
      return inHands(...asked)
    },
  })
  return { count: () => count, end: () => Object.assign(conversations, { inHands }) }
}

test('a board shows who holds what as it changes, each by itself, whoever looks', async () => {
  const boards = [follow(), follow()]
  const [one] = boards
  if (!one) throw new Error('there is a board')
  await clock.until(() => boards.every((board) => board.has('id="board"')))
  const vera = await harness.talk('Vera')
  await clock.until(() =>
    boards.every((board) => board.swaps(`holder-${harness.ana.id}`).length > 0),
  )
  await clock.until(() => one.swaps(`holder-${harness.ana.id}`).at(-1)?.includes('Vera'))
  // What is drawn is what has changed, and never the whole again.
  expect(one.frames.filter(({ html }) => html.includes('id="board"'))).toHaveLength(1)
  // For what is said nothing is read, and nothing is drawn.
  await clock.until(() => one.swaps(`holder-${harness.ana.id}`).at(-1)?.includes('1 of 50'))
  const reads = readsOf()
  const frames = one.frames.length
  for (const text of ['Hello', 'What can I do for you?'])
    await harness.write(harness.ana, vera.conversation, text)
  await harness.write(vera.person, vera.conversation, 'My lamp is broken')
  const page = harness.follow(vera.person, vera.conversation, 0)
  await clock.until(() => page.has('My lamp is broken'))
  clock.jump(5_000)
  expect([reads.count(), one.frames.length]).toEqual([0, frames])
  // One that ends goes; one read for all who look.
  const ended = await end(harness.desk.desk, harness.ana, vera.conversation)
  expect(isProblem(ended)).toBe(false)
  await clock.until(() =>
    boards.every((board) => board.swaps(`holder-${harness.ana.id}`).at(-1)?.includes('0 of 50')),
  )
  expect(reads.count()).toBeLessThan(4)
  reads.end()
  page.leave()
  for (const board of boards) board.leave()
})

test('somebody who comes to the desk, or may look no more, is seen at once', async () => {
  let now: Staff | null = sina
  const board = follow(async () => now)
  await clock.until(() => board.has('id="board"'))
  const amir = await hire(harness.desk, 'Amir', 2)
  await clock.until(() => board.has(`holder-${amir.id}`))
  now = { ...sina, role: 'agent' }
  harness.bus.publish([{ topic: `agent:${sina.id}`, what: 'state' }])
  await clock.until(() => board.ended === 'forbidden')
})

test('the tabs tell how many somebody holds, have ended and are there, as that changes', async () => {
  const bench = harness.bench(null, 0)
  await clock.until(() => bench.has('id="inbox"'))
  const whole = bench.frames.find(({ html }) => html.includes('id="inbox"'))?.html ?? ''
  const figure = (html: string, view: string) =>
    Number(new RegExp(`"count-${view}" class="tab-count">(\\d+)`).exec(html)?.[1])
  const [team, closed, all] = ['team', 'closed', 'all'].map((view) => figure(whole, view))
  const shows = (view: string, count: number) => () =>
    bench.swaps(`count-${view}`).at(-1)?.includes(`>${count}<`)
  const { conversation } = await visit(harness.desk, 'Vito')
  await clock.until(shows('team', (team ?? 0) + 1))
  await clock.until(shows('all', (all ?? 0) + 1))
  await end(harness.desk.desk, harness.ana, conversation)
  await clock.until(shows('closed', (closed ?? 0) + 1))
  await clock.until(shows('team', team ?? 0))
  bench.leave()
})
