import { afterAll, beforeAll, expect, test } from 'bun:test'
import { setStatus } from '../../src/commands/agents/status'
import { end } from '../../src/commands/conversations/end'
import { openTestClock } from '../support/clock'
import { visit } from '../support/desk'
import { type FollowedDesk, openFollowedDesk } from './harness'

const testClock = openTestClock()
const { pass, until } = testClock

let harness: FollowedDesk
beforeAll(async () => {
  harness = await openFollowedDesk(testClock)
  await setStatus(harness.desk.desk, harness.ana, { status: 'off' })
})
afterAll(() => harness.desk.close())

/** Counts what is asked of the lists while somebody does something. */
const counted = () => {
  const counts = { lineHeads: 0, held: 0, rows: 0, closed: 0 }
  const { conversations } = harness.store
  for (const name of ['lineHeads', 'held', 'rows', 'closed'] as const) {
    const call = conversations[name] as (...args: unknown[]) => unknown
    Object.assign(conversations, {
      [name]: (...args: unknown[]) => {
        counts[name]++
        return call(...args)
      },
    })
  }
  return counts
}

test('a change of a line is read once, drawn once and small, however many look at it', async () => {
  const first = await visit(harness.desk, 'Wang')
  for (const name of ['Nora', 'Omar']) await visit(harness.desk, name)
  const screens = Array.from({ length: 100 }, () => harness.bench(null, 0))
  await until(() => screens.every(({ inbox }) => inbox.includes('3rd in the queue')))
  await pass(400)
  const counts = counted()

  const before = screens.map(({ frames }) => frames.length)
  const brought = (nth: number) => screens[nth]?.frames.slice(before[nth]) ?? []
  const { conversation } = await visit(harness.desk, 'Vera')
  await until(() => screens.every(({ inbox }) => inbox.includes(`c-${conversation}`)))
  expect(counts).toEqual({ lineHeads: 1, held: 0, rows: 0, closed: 0 })
  const row = brought(0).find(({ html }) => html.includes(`c-${conversation}`))
  expect(screens.every((_, nth) => brought(nth).some((frame) => frame === row))).toBe(true)
  const size = () => brought(0).reduce((sum, { html }) => sum + html.length, 0)
  expect(size()).toBeWithin(1, 1500)

  // One who leaves takes one row away, and those behind have another place.
  await pass(400)
  for (const [nth, { frames }] of screens.entries()) before[nth] = frames.length
  await end(harness.desk.desk, first.person, first.conversation)
  await until(() => screens.every(({ inbox }) => !inbox.includes('4th in the queue')))
  expect(counts.lineHeads).toBeLessThanOrEqual(3)
  expect(size()).toBeWithin(1, 1500)
  for (const screen of screens) screen.leave()
})
