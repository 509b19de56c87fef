import { expect, test } from 'bun:test'
import { openLocalBus } from '../../src/bus/local'
import { ConversationViews } from '../../src/reads/conversation-views'
import type { RoomRow } from '../../src/store/ports/inbox'
import type { Store } from '../../src/store/store'

/** A store whose answers come when the test says so, each with what was so at its question. */
const openSlowStore = () => {
  let state: RoomRow['state'] = 'waiting'
  const answers: (() => void)[] = []
  const conversation = () => {
    const row = { id: 'c', state, seenByAgent: 0, seenByVisitor: 0 } as RoomRow
    return new Promise<RoomRow>((resolve) => answers.push(() => resolve(row)))
  }
  return {
    store: { inbox: { conversation } } as unknown as Store,
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
  const watched = new ConversationViews(store, bus).join('c', { notify: () => {} })
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
  const watched = new ConversationViews(store, bus).join('c', { notify: () => {} })
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
