import { expect, test } from 'bun:test'
import type { ScheduledMessage } from '../../../src/store/ports/scheduled'
import { type Fresh, tallied, together, withStore } from './fixtures'

const message = (clientId: string, more: Partial<ScheduledMessage> = {}): ScheduledMessage => ({
  ...{ conversation: 'c1', clientId, agent: 'ana', name: 'Ana 😀', text: '您好 😀', answers: null },
  ...{ dueAt: 1_000, seq: 4, held: '' },
  ...more,
})

export const unsentContract = (fresh: Fresh): void => {
  withStore('what is not sent yet', fresh, (store) => {
    test('a draft is one of each agent and conversation, the newest', async () => {
      const { drafts } = store()
      const draft = { agent: 'ana', conversation: 'c1', text: '草稿 😀', at: 1 }
      await drafts.keep({ ...draft, text: 'older' })
      await drafts.keep(draft)
      await drafts.keep({ ...draft, agent: 'amir' })
      expect(await drafts.find('ana', 'c1')).toEqual(draft)
      expect(await drafts.of('ana')).toEqual(['c1'])
      await drafts.remove('ana', 'c1')
      expect(await drafts.find('ana', 'c1')).toBeUndefined()
      expect(await drafts.of('amir')).toEqual(['c1'])
    })

    test('a message is there once, and comes back as it was written', async () => {
      const { scheduled } = store()
      const outcomes = await together(5, () => scheduled.add(message('once')))
      expect(tallied(outcomes)).toEqual({ done: 1, taken: 4 })
      expect(await scheduled.of('c1')).toEqual([message('once')])
      expect(await scheduled.of('c2')).toEqual([])
      await scheduled.sent('c1', 'once')
    })

    test('drafts that were kept before a time go', async () => {
      const { drafts } = store()
      for (const at of [1, 2, 3])
        await drafts.keep({ agent: 'old', conversation: `c${at}`, text: '', at })
      expect(await drafts.forget(3)).toBe(false)
      expect(await drafts.of('old')).toEqual(['c3'])
      await drafts.forget(4)
      expect(await drafts.of('old')).toEqual([])
    })

    test('what is due is taken by one, and by another when that one has not come back', async () => {
      const { scheduled } = store()
      await scheduled.add(message('later', { dueAt: 5_000 }))
      await scheduled.add(message('held', { held: 'visitor' }))
      await scheduled.add(message('due'))
      expect(await scheduled.take(999, 2_000)).toBeUndefined()
      expect(await scheduled.nextDue(999)).toBe(1_000)
      const taken = await together(4, () => scheduled.take(1_000, 2_000))
      expect(taken.flatMap((one) => one?.clientId ?? [])).toEqual(['due'])
      expect(await scheduled.cancel('c1', 'due', 'ana', 1_500)).toBe('gone')
      const { dueAt } = message('due')
      expect(await scheduled.change(message('due', { text: 'other' }), dueAt, 1_500)).toBe('gone')
      expect(await scheduled.nextDue(1_500)).toBe(2_000)
      const again = await scheduled.take(2_000, 3_000)
      expect(again).toMatchObject({ ...message('due'), leasedUntil: 3_000 })
      // The first comes back and knows of no other.
      const first = taken.find((one) => one)
      if (!first || !again) throw new Error('nobody took it')
      await scheduled.hold(first, 'ended', 2_500)
      expect((await scheduled.find('c1', 'due'))?.held).toBe('')
      await scheduled.hold(again, 'ended', 2_500)
      expect((await scheduled.find('c1', 'due'))?.held).toBe('ended')
      await scheduled.sent('c1', 'due')
      expect(await scheduled.find('c1', 'due')).toBeUndefined()
      for (const clientId of ['later', 'held']) await scheduled.sent('c1', clientId)
    })

    test('of several that are due each is in other hands, the oldest first', async () => {
      const { scheduled } = store()
      const ids = ['a', 'b', 'c']
      for (const [nth, id] of ids.entries()) await scheduled.add(message(id, { dueAt: nth }))
      expect((await scheduled.take(1_000, 2_000))?.clientId).toBe('a')
      const others = await together(4, () => scheduled.take(1_000, 2_000))
      expect(others.flatMap((one) => one?.clientId ?? []).sort()).toEqual(['b', 'c'])
      for (const clientId of ids) await scheduled.sent('c1', clientId)
    })

    test('what is held goes when it is changed, and what is cancelled is gone', async () => {
      const { scheduled } = store()
      await scheduled.add(message('one'))
      await scheduled.hold(message('one'), 'visitor', 1_000)
      expect(await scheduled.take(1_000, 2_000)).toBeUndefined()
      const changed = message('one', { text: 'Other', dueAt: 900, seq: 7 })
      const { dueAt } = message('one')
      // Two at once, each by what they saw: the one who comes second has seen what is no more.
      const changes = await together(4, () => scheduled.change(changed, dueAt, 1_000))
      expect(changes.toSorted()).toEqual(['done', 'gone', 'gone', 'gone'])
      expect(await scheduled.take(1_000, 1_001)).toMatchObject(changed)
      const draft = { agent: 'amir', conversation: 'c1', text: 'Well', at: 1 }
      await store().drafts.keep(draft)
      const cancels = await together(4, () => scheduled.cancel('c1', 'one', 'amir', 1_001))
      expect(cancels.toSorted()).toEqual(['done', 'gone', 'gone', 'gone'])
      expect((await store().drafts.find('amir', 'c1'))?.text).toBe('Well\n\nOther')
      expect(await scheduled.nextDue(1_001)).toBeNull()
    })

    test('what is held since before a time goes, and nothing that will be sent', async () => {
      const { scheduled } = store()
      await scheduled.add(message('held', { held: 'ended' }))
      await scheduled.add(message('goes'))
      await scheduled.forget(1_000)
      expect(await scheduled.of('c1')).toHaveLength(2)
      await scheduled.forget(1_001)
      expect((await scheduled.of('c1')).map(({ clientId }) => clientId)).toEqual(['goes'])
      await scheduled.sent('c1', 'goes')
    })
  })
}
