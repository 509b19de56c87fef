import { describe, expect, test } from 'bun:test'
import type { Entry } from '../../actors/entry'
import { openLocalBus } from '../../src/bus/local'
import { type Clock, systemClock } from '../../src/clock'
import { ConversationViews } from '../../src/reads/conversation-views'
import type { RoomRow } from '../../src/store/ports/conversations'
import type { Store } from '../../src/store/store'
import { waitFor } from '../support/programs'

/** A store whose answers come when the test says so, each with what was so at its question. */
const openSlowStore = () => {
  let state: RoomRow['state'] = 'waiting'
  const answers: (() => void)[] = []
  const find = () => {
    const row = { id: 'c', state, seenByAgent: 0, seenByVisitor: 0 } as RoomRow
    return new Promise<RoomRow>((resolve) => answers.push(() => resolve(row)))
  }
  return {
    store: { conversations: { find } } as unknown as Store,
    become: (next: RoomRow['state']) => {
      state = next
    },
    answers,
  }
}

const ring = { topic: 'conversation:c', what: 'state' } as const

test('who looks after a ring is not answered with what was read before it', async () => {
  const { store, become, answers } = openSlowStore()
  const bus = openLocalBus()
  const watched = new ConversationViews({ store, clock: systemClock }, bus).join('c', {
    notify: () => {},
  })
  const before = watched.current()
  become('active')
  bus.publish([ring])
  const after = watched.current()
  expect(watched.current()).toBe(after)
  expect(answers).toHaveLength(2)
  // The older read may even come last: it takes nothing back.
  for (const answer of answers.toReversed()) {
    answer()
    await Bun.sleep(0)
  }
  expect((await before)?.state).toBe('active')
  expect((await after)?.state).toBe('active')
  expect(await watched.current()).toMatchObject({ state: 'active' })
  expect(answers).toHaveLength(2)
})

test('how far somebody has read is heard, and read again when it is heard too early', async () => {
  const { store, answers } = openSlowStore()
  const bus = openLocalBus()
  const watched = new ConversationViews({ store, clock: systemClock }, bus).join('c', {
    notify: () => {},
  })
  const early = watched.current()
  bus.publish([{ ...ring, what: 'seen', by: 'agent', seq: 2 }])
  const late = watched.current()
  expect(answers).toHaveLength(2)
  for (const answer of answers) answer()
  await Promise.all([early, late])
  bus.publish([{ ...ring, what: 'seen', by: 'agent', seq: 3 }])
  bus.publish([{ ...ring, what: 'seen', by: 'agent', seq: 1 }])
  expect(await watched.current()).toMatchObject({ seenByAgent: 3 })
  expect(answers).toHaveLength(2)
})

/** A store of several servers: the one that is read from gets each entry only when the test says. */
const openLateStore = () => {
  const there: Entry[] = []
  let reads = 0
  const after = async (_id: string, seq: number) => {
    reads += 1
    return there.filter((entry) => entry.seq > seq)
  }
  return {
    store: { transcripts: { after } } as unknown as Store,
    arrive: (seq: number) => there.push({ seq, changes: null } as Entry),
    reads: () => reads,
  }
}

/** A feed that has read up to somewhere, and reads on while more is claimed than it has. */
const follow = (store: Store, clock: Pick<Clock, 'after'>) => {
  const bus = openLocalBus()
  let [cursor, wakes] = [0, 0]
  const watched = new ConversationViews({ store, clock }, bus).join('c', {
    notify: () => {
      wakes += 1
      void read()
    },
  })
  const read = async () => {
    if (watched.claimed <= cursor) return
    cursor = (await watched.after(cursor)).at(-1)?.seq ?? cursor
  }
  const hear = (seq: number) => bus.publish([{ ...ring, what: 'said', seq }])
  return { hear, cursor: () => cursor, wakes: () => wakes }
}

describe('a ring that comes before what it rings for', () => {
  test('is looked after again, until it is there', async () => {
    const { store, arrive, reads } = openLateStore()
    const feed = follow(store, systemClock)
    arrive(1)
    feed.hear(2)
    await waitFor('the first look', () => feed.cursor() === 1)
    await Bun.sleep(60)
    const looks = reads()
    expect(looks).toBeGreaterThan(2)
    arrive(2)
    await waitFor('the second entry', () => feed.cursor() === 2)
    const done = reads()
    await Bun.sleep(100)
    expect(reads()).toBe(done)
  })

  test('is looked after at growing pauses, and not for ever when it lied', async () => {
    const { store, arrive, reads } = openLateStore()
    const waits: number[] = []
    const after = (ms: number, work: () => void) => {
      waits.push(ms)
      queueMicrotask(work)
      return () => {}
    }
    const feed = follow(store, { after })
    feed.hear(999)
    await waitFor('the looks', () => waits.length === 12)
    expect(waits).toEqual([0, 10, 20, 40, 80, 160, 320, 640, 1280, 2000, 2000, 2000])
    await Bun.sleep(20)
    expect([reads(), waits.length]).toEqual([13, 12])
    arrive(1)
    feed.hear(1)
    await waitFor('what is true', () => feed.cursor() === 1)
    expect(waits).toHaveLength(12)
  })
})
