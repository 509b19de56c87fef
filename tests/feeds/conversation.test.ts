import { afterAll, beforeAll, describe, expect, test } from 'bun:test'
import type { Person, Staff, Visitor } from '../../actors/people'
import { isProblem } from '../../actors/problem'
import { end, say, typing } from '../../src/commands/conversations'
import {
  asks,
  clientId,
  goOnDuty,
  hire,
  openTestDesk,
  type TestDesk,
  until,
  visit,
} from '../support/desk'
import { Screen } from './page'

let desk: TestDesk
let ana: Staff
beforeAll(async () => {
  desk = await openTestDesk()
  ana = await hire(desk, 'Ana', 50)
  await goOnDuty(desk, ana)
})
afterAll(() => desk.close())

const from = { address: '127.0.0.1' }
const write = async (person: Person, conversation: string, text: string) => {
  const form = { text, client_id: clientId() }
  const said = await say(desk.desk, person, conversation, form, from)
  if (isProblem(said)) throw new Error(said.reason)
}
const readerOf = (person: Person) => ({
  audience: asks(person),
  language: 'en' as const,
  zone: 'UTC',
  viewer: person.id,
})
const follow = (person: Visitor, conversation: string, after: number | null) => {
  const screen = new Screen()
  const seen = { conversation, after, reader: readerOf(person) }
  desk.web.feeds.visitor(person, seen, screen, from)
  return screen.open()
}
const followAsAgent = (conversation: string, after: number | null) => {
  const screen = new Screen()
  const reader = readerOf(ana)
  const room = { conversation, after, reader }
  const session = { staff: ana, check: async () => ana }
  const seen = { reader, view: 'mine' as const, selected: conversation, room }
  desk.web.feeds.bench(session, seen, screen, from)
  return screen.open()
}
/** A conversation that Ana holds: entries 1 (said) and 2 (Ana joined). */
const talk = async (name = 'Vera') => {
  const visited = await visit(desk, name)
  await until(async () => {
    const row = await desk.desk.store.inbox.conversation(visited.conversation)
    return row?.state === 'active'
  })
  return visited
}

describe("a visitor's page", () => {
  test('gets what it has not, in order, each after the one before', async () => {
    const { person, conversation } = await talk()
    const screen = follow(person, conversation, 0)
    await until(() => screen.seqs.length === 2)
    await write(ana, conversation, 'one')
    await write(person, conversation, 'two')
    await until(() => screen.seqs.length === 4)
    expect(screen.seqs).toEqual([1, 2, 3, 4])
    expect(screen.afters).toEqual([0, 1, 2, 3])
    screen.leave()
  })

  test('goes on after its cursor', async () => {
    const { person, conversation } = await talk()
    for (let n = 0; n < 5; n++) await write(person, conversation, `line ${n}`)
    const screen = follow(person, conversation, 4)
    await until(() => screen.seqs.length === 3)
    expect(screen.seqs).toEqual([5, 6, 7])
    screen.leave()
  })

  test('loses nothing that is said while it opens', async () => {
    const { person, conversation } = await talk()
    for (let round = 0; round < 20; round++) {
      const screen = follow(person, conversation, 2 + round)
      await Promise.all([write(person, conversation, 'now'), Bun.sleep(round % 3)])
      await until(() => screen.seqs.length === 1)
      expect(screen.seqs).toEqual([3 + round])
      screen.leave()
    }
  })

  test.each([null, 99_999, 123_456_789])('with cursor %p starts anew', async (cursor) => {
    const { person, conversation } = await talk()
    const screen = follow(person, conversation, cursor)
    await until(() => screen.seqs.length === 2)
    expect(screen.news).toEqual(['resync'])
    expect(screen.seqs).toEqual([1, 2])
    await write(ana, conversation, 'after')
    await until(() => screen.seqs.length === 3)
    screen.leave()
  })

  test('reads more than a page at once', async () => {
    const { person, conversation } = await talk()
    for (let n = 0; n < 450; n++) await write(person, conversation, `line ${n}`)
    const screen = follow(person, conversation, 0)
    await until(() => screen.seqs.length === 452)
    expect(screen.seqs).toEqual(Array.from({ length: 452 }, (_, n) => n + 1))
    screen.leave()
  })

  test('shows who helps, and the card after the end', async () => {
    const { person, conversation } = await talk()
    const screen = follow(person, conversation, 2)
    await until(() => screen.swaps('status').length > 0)
    expect(screen.swaps('status').at(-1)).toContain('data-state="active"')
    expect(screen.swaps('foot')).toEqual([])
    await end(desk.desk, ana, conversation)
    await until(() => screen.swaps('foot').length > 0)
    expect(screen.swaps('status').at(-1)).toContain('data-state="ended"')
    expect(screen.swaps('foot').at(-1)).toContain('name="stars"')
    screen.leave()
  })

  test('is told nothing when nothing that it shows has changed', async () => {
    const { person, conversation } = await talk()
    const screen = follow(person, conversation, 2)
    await until(() => screen.swaps('status').length === 1)
    for (const text of ['a', 'b', 'c']) await write(ana, conversation, text)
    await until(() => screen.seqs.length === 3)
    expect(screen.swaps('status')).toHaveLength(1)
    screen.leave()
  })

  test('sees that somebody else types, never itself', async () => {
    const { person, conversation } = await talk()
    const screen = follow(person, conversation, 2)
    const other = followAsAgent(conversation, 2)
    await until(() => screen.swaps('status').length > 0)
    await typing(desk.desk, ana, conversation)
    await until(() => screen.swaps('typing').length === 1)
    expect(screen.swaps('typing')[0]).toContain('Ana')
    expect(other.swaps('typing')).toEqual([])
    await write(ana, conversation, 'typed')
    await until(() => screen.swaps('typing').length === 2)
    expect(screen.swaps('typing')[1]).not.toContain('Ana')
    screen.leave()
    other.leave()
  })

  test("of somebody else's conversation ends at once and shows nothing", async () => {
    const { conversation } = await talk()
    const { person: vito } = await talk('Vito')
    const screen = follow(vito, conversation, 0)
    await until(() => screen.ended)
    expect(screen.ended).toBe('forbidden')
    expect(screen.frames).toEqual([])
  })

  test('believes no ring: a forged one brings nothing and costs only a look', async () => {
    const { person, conversation } = await talk()
    const screen = follow(person, conversation, 2)
    await until(() => screen.swaps('status').length > 0)
    const before = screen.frames.length
    const topic = `conversation:${conversation}` as const
    for (let n = 0; n < 50; n++) desk.desk.bus.publish([{ topic, what: 'said', seq: 1e6 + n }])
    await Bun.sleep(50)
    expect(screen.frames).toHaveLength(before)
    await write(ana, conversation, 'truth')
    await until(() => screen.has('truth'))
    expect(screen.seqs).toEqual([3])
    screen.leave()
  })
})

describe('many pages of one conversation', () => {
  test('all get everything, read once', async () => {
    const { person, conversation } = await talk()
    const screens = Array.from({ length: 300 }, () => follow(person, conversation, 2))
    await until(() => screens.every((screen) => screen.swaps('status').length > 0))
    let reads = 0
    const { transcripts } = desk.desk.store
    const after = transcripts.after
    transcripts.after = (...asked) => {
      reads++
      return after(...asked)
    }
    await write(ana, conversation, 'to all')
    await until(() => screens.every((screen) => screen.seqs.length === 1))
    expect(reads).toBe(0)
    // From another node only the ring comes: one read for all.
    const topic = `conversation:${conversation}` as const
    await write(ana, conversation, 'again')
    desk.desk.bus.publish([{ topic, what: 'said', seq: 999 }])
    await Bun.sleep(50)
    expect(reads).toBeLessThanOrEqual(2)
    transcripts.after = after
    const bytes = new Set(screens.map((screen) => screen.frames.find(({ seq }) => seq === 3)))
    expect(bytes.size).toBe(1)
    for (const screen of screens) screen.leave()
    expect([...desk.web.feeds.desk.watch.followed]).toHaveLength(0)
  })
})

describe("an agent's page", () => {
  test('gets one row for a message in another conversation, and it is small', async () => {
    const open = await talk('Vera')
    const other = await talk('Vito')
    const screen = followAsAgent(open.conversation, 2)
    await until(() => screen.swaps('inbox').length > 0)
    const before = screen.frames.length
    await write(other.person, other.conversation, 'Is anybody there?')
    await until(() => screen.frames.length > before)
    await Bun.sleep(50)
    const brought = screen.frames.slice(before)
    expect(brought).toHaveLength(1)
    expect(brought[0]?.html).toContain(`hx-target="#c-${other.conversation}"`)
    expect(brought[0]?.html).toContain('Is anybody there?')
    expect(brought[0]?.html.length).toBeLessThan(1500)
    screen.leave()
  })

  test('gets its list again when a conversation comes', async () => {
    const { conversation } = await talk('Vera')
    const screen = followAsAgent(conversation, 2)
    await until(() => screen.swaps('inbox').length > 0)
    const { conversation: fresh } = await talk('Vito')
    await until(() => screen.swaps('inbox').some((html) => html.includes(`c-${fresh}`)))
    await until(() => screen.swaps('shift').length > 0)
    screen.leave()
  })

  test('ends within seconds when its session no longer stands', async () => {
    const { conversation } = await talk('Vera')
    const screen = new Screen()
    let stands = true
    const session = { staff: ana, check: async () => (stands ? ana : null) }
    const reader = readerOf(ana)
    const room = { conversation, after: 2, reader }
    const seen = { reader, view: 'mine' as const, selected: conversation, room }
    desk.web.feeds.bench(session, seen, screen, from)
    screen.open()
    await until(() => screen.swaps('inbox').length > 0)
    stands = false
    await until(() => screen.ended, 6_000)
    expect(screen.ended).toBe('signedOut')
    const again = followAsAgent(conversation, 2)
    await until(() => again.swaps('inbox').length > 0)
    expect(again.ended).toBeNull()
    again.leave()
  }, 10_000)

  test('is sent away at once when signing out rings', async () => {
    const screen = new Screen()
    let stands = true
    const session = { staff: ana, check: async () => (stands ? ana : null) }
    const seen = { reader: readerOf(ana), view: 'mine' as const, selected: null, room: null }
    desk.web.feeds.bench(session, seen, screen, from)
    screen.open()
    await until(() => screen.swaps('inbox').length > 0)
    stands = false
    desk.desk.bus.publish([{ topic: `agent:${ana.id}`, what: 'state' }])
    await until(() => screen.ended, 500)
    expect(screen.ended).toBe('signedOut')
  })
})
