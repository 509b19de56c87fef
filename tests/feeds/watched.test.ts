import { expect, test } from 'bun:test'
import type { ConversationRow } from '../../actors/summary'
import { openLocalBus } from '../../src/bus/local'
import { Watch } from '../../src/feeds/reads/watched'
import type { Store } from '../../src/store/store'

/** A store whose answers come when the test says so, each with what was so at its question. */
const openSlowStore = () => {
  let state: ConversationRow['state'] = 'waiting'
  const answers: (() => void)[] = []
  const conversation = () => {
    const row = { id: 'c', state } as ConversationRow
    return new Promise<ConversationRow>((resolve) => answers.push(() => resolve(row)))
  }
  return {
    store: { inbox: { conversation } } as unknown as Store,
    become: (next: ConversationRow['state']) => {
      state = next
    },
    answers,
  }
}

const ring = { topic: 'conversation:c', what: 'state' } as const

test('who looks after a ring is not answered with what was read before it', async () => {
  const { store, become, answers } = openSlowStore()
  const bus = openLocalBus()
  const watched = new Watch(store, bus).follow('c', { stir: () => {} })
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
