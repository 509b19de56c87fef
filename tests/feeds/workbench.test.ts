import { afterAll, beforeAll, describe, expect, test } from 'bun:test'
import { openTestClock } from '../support/clock'
import { openQueueView, type QueueView } from './hall'

const testClock = openTestClock()
const { until } = testClock

let hall: QueueView
beforeAll(async () => {
  hall = await openQueueView(testClock)
})
afterAll(() => hall.desk.close())

describe("an agent's page", () => {
  test('gets one row for a message in another conversation, and it is small', async () => {
    const open = await hall.talk('Vera')
    const other = await hall.talk('Vito')
    const screen = hall.bench(open.conversation, 2)
    await until(() => screen.swaps('inbox').length > 0)
    // What the two beginnings rang about the line has been shown.
    await testClock.pass(600)
    const before = screen.frames.length
    await hall.write(other.person, other.conversation, 'Is anybody there?')
    await until(() => screen.frames.length > before)
    await testClock.pass(50)
    const brought = screen.frames.slice(before)
    expect(brought).toHaveLength(1)
    expect(brought[0]?.html).toContain(`hx-target="#c-${other.conversation}"`)
    expect(brought[0]?.html).toContain('Is anybody there?')
    expect(brought[0]?.html.length).toBeLessThan(1500)
    screen.leave()
  })

  test('gets a row more, and not its list again, when a conversation comes', async () => {
    const { conversation } = await hall.talk('Vera')
    const screen = hall.bench(conversation, 2)
    await until(() => screen.swaps('inbox').length > 0)
    const { conversation: fresh } = await hall.talk('Vito')
    await until(() => screen.inbox.includes(`c-${fresh}`))
    expect(screen.swaps('inbox')).toHaveLength(1)
    await until(() => screen.swaps('shift').length > 0)
    screen.leave()
  })

  test('ends within seconds when its session no longer stands', async () => {
    const { conversation } = await hall.talk('Vera')
    let stands = true
    const screen = hall.bench(conversation, 2, async () => (stands ? hall.ana : null))
    await until(() => screen.swaps('inbox').length > 0)
    stands = false
    await testClock.pass(5_000)
    expect(screen.ended).toBe('signedOut')
    const again = hall.bench(conversation, 2)
    await until(() => again.swaps('inbox').length > 0)
    expect(again.ended).toBeNull()
    again.leave()
  })

  test('is sent away at once when signing out rings', async () => {
    let stands = true
    const screen = hall.bench(null, 0, async () => (stands ? hall.ana : null))
    await until(() => screen.swaps('inbox').length > 0)
    stands = false
    hall.bus.publish([{ topic: `agent:${hall.ana.id}`, what: 'state' }])
    await until(() => screen.ended, 500)
    expect(screen.ended).toBe('signedOut')
  })
})
