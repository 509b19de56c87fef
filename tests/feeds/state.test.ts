import { afterAll, beforeAll, expect, test } from 'bun:test'
import type { Staff } from '../../actors/people'
import { openTestClock, type TestClock } from '../support/clock'
import { hire } from '../support/desk'
import { type FollowedDesk, openFollowedDesk } from './harness'
import { Screen } from './page'

let clock: TestClock
let harness: FollowedDesk
let olga: Staff
beforeAll(async () => {
  clock = openTestClock()
  harness = await openFollowedDesk(clock)
  olga = await hire(harness.desk, 'Olga', 5, 'admin')
})
afterAll(() => harness.desk.close())

const follow = (
  id: string,
  { check = async () => olga, mayLook = async () => true }: Partial<Allowed> = {},
) => {
  const screen = new Screen()
  const who = { kind: 'conversation', id, name: 'Vera' } as const
  const look = { language: 'en', zone: 'UTC' } as const
  const seen = { who, permission: 'office.use', mayLook, look } as const
  harness.desk.web.feeds.state({ staff: olga, check }, seen, screen, { address: '127.0.0.1' })
  return screen.open()
}
type Allowed = { check: () => Promise<Staff | null>; mayLook: () => Promise<boolean> }

test('each turn is shown as it is taken: where it is, what it remembers, its journal', async () => {
  const { person, conversation } = await harness.talk()
  const screen = follow(conversation)
  await clock.until(() => screen.has('id="now-chart"'))
  const before = screen.frames.length
  await harness.write(harness.ana, conversation, 'What can I do for you?')
  const lit = 'class="state atomic now" data-state="active.turn.awaitingVisitor"'
  await clock.until(() => screen.swaps('now-chart').at(-1)?.includes(lit))
  expect(screen.swaps('now-context').at(-1)).toContain('<div class="changed" data-field="lastSeq"')
  expect(screen.swaps('now-journal').at(-1)).toContain('Ana')
  await harness.write(person, conversation, 'My lamp is broken')
  await clock.until(() => !screen.swaps('now-chart').at(-1)?.includes(lit))
  expect(screen.frames.length).toBeGreaterThan(before)
  // Not a word of what they say.
  expect(screen.has('My lamp is broken')).toBe(false)
  screen.leave()
})

test('it ends for whoever may not know of it any more, or is signed out', async () => {
  const { conversation } = await harness.talk('Vito')
  let may = true
  let signedIn: Staff | null = olga
  const one = follow(conversation, { mayLook: async () => may })
  const other = follow(conversation, { check: async () => signedIn })
  await clock.until(() => one.has('now-chart') && other.has('now-chart'))
  may = false
  await harness.write(harness.ana, conversation, 'Hello')
  await clock.until(() => one.ended === 'forbidden')
  expect(other.ended).toBe(null)
  signedIn = null
  harness.bus.publish([{ topic: `agent:${olga.id}`, what: 'state' }])
  await clock.until(() => other.ended === 'signedOut')
})
