import { expect, test } from 'bun:test'
import type { ConversationState } from '../../../actors/summary'
import { conversationRow, mailTo, turnOf } from '../../support/turns'
import { type Fresh, withStore } from './fixtures'

/** How much a desk has in hand is told in numbers, by either database. */
export const vitalsContract = (fresh: Fresh): void =>
  withStore('vitals', fresh, (store) => {
    test('nothing is nothing', async () => {
      const { vitals } = store()
      expect(await vitals.open()).toEqual({})
      expect(await vitals.mailDue(1_000)).toEqual({ count: 0, since: null })
      expect(await vitals.letters(1_000)).toEqual({ count: 0, since: null, dead: 0 })
    })

    test('open conversations are counted by where they stand, and what is over is not', async () => {
      const { turns, vitals } = store()
      const states: ConversationState[] = ['waiting', 'waiting', 'active', 'left', 'closed']
      for (const [n, state] of states.entries()) {
        const summary = { of: 'conversation' as const, ...conversationRow(`talk-${n}`, { state }) }
        await turns.commit(turnOf(`conversation:talk-${n}`, 1, { summary }))
      }
      expect(await vitals.open()).toEqual({ waiting: 2, active: 1, left: 1 })
    })

    test('of what is due the first is told, and what comes later is not yet', async () => {
      const { turns, vitals, mail } = store()
      const at = [700, 500, 2_000, 100]
      const late = at.map((dueAt) => mailTo('agent:ana', `late-${dueAt}`, { dueAt }))
      await turns.commit(turnOf('conversation:late', 1, { mail: late }))
      expect(await vitals.mailDue(1_000)).toEqual({ count: 3, since: 100 })
      await mail.setAside(late[3]?.id ?? '', 'it cannot be delivered')
      expect(await vitals.mailDue(1_000)).toEqual({ count: 2, since: 500 })
    })

    test('so it is with letters, and those that did not go', async () => {
      const { letters, vitals } = store()
      const letter = {
        ...{ thread: 'late', kind: 'answer' as const, about: '', after: 0, upTo: 1, at: 1 },
        ...{ address: '', subject: '', language: '', tries: 0, problem: '' },
      }
      for (const [n, [state, dueAt]] of (
        [
          ['due', 900],
          ['due', 400],
          ['due', 5_000],
          ['dead', 1],
          ['sent', 1],
        ] as const
      ).entries())
        await letters.write({ ...letter, id: `late-${n}`, nth: n + 1, state, dueAt })
      expect(await vitals.letters(1_000)).toEqual({ count: 2, since: 400, dead: 1 })
    })
  })
