import { afterAll, beforeAll, describe, expect, test } from 'bun:test'
import { end } from '../../src/commands/conversations/end'
import { seen } from '../../src/commands/conversations/seen'
import { typing } from '../../src/commands/conversations/typing'
import { openTestClock } from '../support/clock'
import { type FollowedDesk, openFollowedDesk } from './harness'

const testClock = openTestClock()
const { until } = testClock

let harness: FollowedDesk
beforeAll(async () => {
  harness = await openFollowedDesk(testClock)
})
afterAll(() => harness.desk.close())

describe("a visitor's page", () => {
  test('gets what it has not, in order, each after the one before', async () => {
    const { person, conversation } = await harness.talk()
    const screen = harness.follow(person, conversation, 0)
    await until(() => screen.seqs.length === 2)
    await harness.write(harness.ana, conversation, 'one')
    await harness.write(person, conversation, 'two')
    await until(() => screen.seqs.length === 4)
    expect(screen.seqs).toEqual([1, 2, 3, 4])
    expect(screen.afters).toEqual([0, 1, 2, 3])
    screen.leave()
  })

  test('gets how far the other side has read, and not how far its own', async () => {
    const { person, conversation } = await harness.talk()
    const screen = harness.follow(person, conversation, 2)
    const desk = harness.bench(conversation, 2)
    await until(() => desk.swaps('inbox').length > 0 && screen.swaps('status').length > 0)
    await seen(harness.desk.desk, harness.ana, conversation, 2)
    await until(() => screen.swaps('seen').length === 1)
    expect(screen.swaps('seen')[0]).toContain('data-up-to="2"')
    await harness.write(harness.ana, conversation, 'one')
    await seen(harness.desk.desk, person, conversation, 3)
    await until(() => desk.swaps('seen').length === 2)
    expect(desk.swaps('seen')[0]).toContain('data-up-to="1"')
    expect(desk.swaps('seen')[1]).toContain('data-up-to="3"')
    expect(screen.swaps('seen')).toHaveLength(1)
    screen.leave()
    desk.leave()
  })

  test('that comes back gets how far the other side has read meanwhile', async () => {
    const { person, conversation } = await harness.talk()
    await seen(harness.desk.desk, harness.ana, conversation, 2)
    const screen = harness.follow(person, conversation, 2)
    await until(() => screen.swaps('seen').length === 1)
    expect(screen.swaps('seen')[0]).toContain('data-up-to="2"')
    screen.leave()
  })

  test('goes on after its cursor', async () => {
    const { person, conversation } = await harness.talk()
    for (let n = 0; n < 5; n++) await harness.write(person, conversation, `line ${n}`)
    const screen = harness.follow(person, conversation, 4)
    await until(() => screen.seqs.length === 3)
    expect(screen.seqs).toEqual([5, 6, 7])
    screen.leave()
  })

  test('loses nothing that is said while it opens', async () => {
    const { person, conversation } = await harness.talk()
    for (let round = 0; round < 20; round++) {
      const screen = harness.follow(person, conversation, 2 + round)
      await Promise.all([harness.write(person, conversation, 'now'), Bun.sleep(round % 3)])
      await until(() => screen.seqs.length === 1)
      expect(screen.seqs).toEqual([3 + round])
      screen.leave()
    }
  })

  test.each([null, 99_999, 123_456_789])('with cursor %p starts anew', async (cursor) => {
    const { person, conversation } = await harness.talk()
    const screen = harness.follow(person, conversation, cursor)
    await until(() => screen.seqs.length === 2)
    expect(screen.news).toEqual(['resync'])
    expect(screen.seqs).toEqual([1, 2])
    await harness.write(harness.ana, conversation, 'after')
    await until(() => screen.seqs.length === 3)
    screen.leave()
  })

  test('reads more than a page at once', async () => {
    const { person, conversation } = await harness.talk()
    const many = Array.from({ length: 238 }, (_, n) => `line ${n}`)
    await Promise.all(many.map((text) => harness.write(person, conversation, text)))
    const screen = harness.follow(person, conversation, 0)
    await until(() => screen.seqs.length === 240, 10_000)
    expect(screen.seqs).toEqual(Array.from({ length: 240 }, (_, n) => n + 1))
    screen.leave()
  }, 20_000)

  test('shows who helps, and the card after the end', async () => {
    const { person, conversation } = await harness.talk()
    const screen = harness.follow(person, conversation, 2)
    await until(() => screen.swaps('status').length > 0)
    expect(screen.swaps('status').at(-1)).toContain('data-state="active"')
    expect(screen.swaps('foot')).toEqual([])
    await harness.write(harness.ana, conversation, 'Here I am')
    await end(harness.desk.desk, harness.ana, conversation)
    await until(() => screen.swaps('foot').length > 0)
    expect(screen.swaps('status').at(-1)).toContain('data-state="ended"')
    expect(screen.swaps('foot').at(-1)).toContain('name="stars"')
    screen.leave()
  })

  test('is told nothing when nothing that it shows has changed', async () => {
    const { person, conversation } = await harness.talk()
    const screen = harness.follow(person, conversation, 2)
    await until(() => screen.swaps('status').length === 1)
    for (const text of ['a', 'b', 'c']) await harness.write(harness.ana, conversation, text)
    await until(() => screen.seqs.length === 3)
    expect(screen.swaps('status')).toHaveLength(1)
    screen.leave()
  })

  test('sees that somebody else types, never itself', async () => {
    const { person, conversation } = await harness.talk()
    const screen = harness.follow(person, conversation, 2)
    const other = harness.bench(conversation, 2)
    await until(() => screen.swaps('status').length > 0)
    await typing(harness.desk.desk, harness.ana, conversation)
    await until(() => screen.swaps('typing').length === 1)
    expect(screen.swaps('typing')[0]).toContain('Ana')
    expect(other.swaps('typing')).toEqual([])
    await harness.write(harness.ana, conversation, 'typed')
    await until(() => screen.swaps('typing').length === 2)
    expect(screen.swaps('typing')[1]).not.toContain('Ana')
    await typing(harness.desk.desk, harness.ana, conversation)
    await until(() => screen.swaps('typing').length === 3)
    await typing(harness.desk.desk, harness.ana, conversation, 'paused')
    await until(() => screen.swaps('typing').length === 4)
    expect(screen.swaps('typing')[3]).not.toContain('Ana')
    screen.leave()
    other.leave()
  })

  test("of somebody else's conversation ends at once and shows nothing", async () => {
    const { conversation } = await harness.talk()
    const { person: vito } = await harness.talk('Vito')
    const screen = harness.follow(vito, conversation, 0)
    await until(() => screen.ended)
    expect(screen.ended).toBe('forbidden')
    expect(screen.frames).toEqual([])
  })

  test('believes no ring: a forged one brings nothing and costs only a look', async () => {
    const { person, conversation } = await harness.talk()
    const screen = harness.follow(person, conversation, 2)
    await until(() => screen.swaps('status').length > 0)
    const before = screen.frames.length
    const topic = `conversation:${conversation}` as const
    for (let n = 0; n < 50; n++) harness.bus.publish([{ topic, what: 'said', seq: 1e6 + n }])
    await testClock.pass(50)
    expect(screen.frames).toHaveLength(before)
    await harness.write(harness.ana, conversation, 'truth')
    await until(() => screen.has('truth'))
    expect(screen.seqs).toEqual([3])
    screen.leave()
  })
})

describe('many pages of one conversation', () => {
  test('all get everything, read once', async () => {
    const { person, conversation } = await harness.talk()
    const screens = Array.from({ length: 300 }, () => harness.follow(person, conversation, 2))
    await until(() => screens.every((screen) => screen.swaps('status').length > 0))
    let reads = 0
    const { transcripts } = harness.store
    const after = transcripts.after
    transcripts.after = (...asked) => {
      reads++
      return after(...asked)
    }
    await harness.write(harness.ana, conversation, 'to all')
    await until(() => screens.every((screen) => screen.seqs.length === 1))
    expect(reads).toBe(0)
    // From another node only the ring comes: one read for all.
    const topic = `conversation:${conversation}` as const
    const late = screens.map(({ seqs }) => seqs.length)
    const { publish } = harness.bus
    harness.bus.publish = () => {}
    await harness.write(harness.ana, conversation, 'again')
    harness.bus.publish = publish
    publish([{ topic, what: 'said', seq: 4 }])
    await until(() => screens.every((screen, n) => screen.seqs.length === (late[n] ?? 0) + 1))
    expect(reads).toBe(1)
    transcripts.after = after
    const bytes = new Set(screens.map((screen) => screen.frames.find(({ seq }) => seq === 3)))
    expect(bytes.size).toBe(1)
    for (const screen of screens) screen.leave()
    expect([...harness.desk.web.reads.conversations.values()]).toHaveLength(0)
  })
})
