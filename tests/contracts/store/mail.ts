import { expect, test } from 'bun:test'
import type { Mail } from '../../../actors/mail'
import { mailTo, turnOf } from '../../support/turns'
import { type Fresh, together, withStore } from './fixtures'

export const mailContract = (fresh: Fresh): void => {
  withStore('mail', fresh, (store) => {
    const ids = (mail: readonly { id: string }[]) => mail.map(({ id }) => id)
    let version = 0
    const post = async (...mail: Mail[]) => {
      version += 1
      expect(await store().turns.commit(turnOf('visitor:vera', version, { mail }))).toBe('done')
    }
    const clear = async (...mail: Mail[]) => {
      for (const { id } of mail) {
        version += 1
        await store().turns.commit(turnOf('visitor:vera', version), id)
      }
    }

    test('is due at its time, the oldest first, each sender’s in the order it was sent', async () => {
      const { mail } = store()
      const late = mailTo('agent:ana', 'late', { dueAt: 3_000 })
      const early = mailTo('agent:ana', 'early', { dueAt: 1_000 })
      const [ninth, tenth] = ['z-sent-first', 'a-sent-next'].map((id) =>
        mailTo('agent:ana', id, { dueAt: 2_000 }),
      ) as [Mail, Mail]
      for (const one of [late, ninth, tenth, early]) await post(one)
      expect(await mail.due(999, 9)).toEqual([])
      expect(ids(await mail.due(3_000, 9))).toEqual(ids([early, ninth, tenth, late]))
      expect(ids(await mail.due(3_000, 2))).toEqual(ids([early, ninth]))
      expect(await mail.due(1_000, 9)).toEqual([early])
      await clear(late, early, ninth, tenth)
    })

    test('is leased to one of many at a time, until the lease ends', async () => {
      const { mail } = store()
      const letters = [1, 2, 3, 4, 5].map((n) => mailTo('agent:ana', `lease-${n}`))
      await post(...letters)
      const taken = await together(10, () => mail.lease(ids(letters), 1_000, 2_000))
      expect(taken.flat().toSorted()).toEqual(ids(letters))
      expect(await mail.due(1_999, 9)).toEqual([])
      expect(ids(await mail.due(2_000, 9))).toEqual(ids(letters))
      expect(await mail.lease(['lease-3', 'nothing', 'lease-1'], 2_000, 3_000)).toEqual([
        'lease-3',
        'lease-1',
      ])
      expect(await mail.lease([], 2_000, 3_000)).toEqual([])
      await clear(...letters)
    })

    test('what is to come is told in the order of its slots, and can be brought forward', async () => {
      const { mail } = store()
      const timer = (id: string, dueAt: number): Mail =>
        mailTo('agent:ana', id, { dueAt, timer: `agent:ana/${id}` })
      const letters = [timer('grace', 9_000), timer('rest', 5_000), mailTo('agent:ana', 'tell')]
      await post(...letters)
      expect(ids(await mail.coming(1_000, '', 9))).toEqual(['grace', 'rest'])
      expect(ids(await mail.coming(999, '', 2))).toEqual(['grace', 'rest'])
      expect(ids(await mail.coming(999, 'agent:ana/rest', 2))).toEqual(['tell'])
      expect(ids(await mail.coming(5_000, '', 9))).toEqual(['grace'])
      await mail.bringForward(['grace', 'tell', 'nothing'], 4_000)
      expect(ids(await mail.due(4_000, 9))).toEqual(['tell', 'grace'])
      await mail.bringForward(['grace'], 4_500)
      expect((await mail.due(4_000, 9)).map(({ dueAt }) => dueAt)).toEqual([1_000, 4_000])
      await mail.putOff(['tell', 'rest', 'nothing'], 4_000, 3_600_000)
      expect(ids(await mail.due(4_000, 9))).toEqual(['grace'])
      expect((await mail.coming(4_000, '', 9)).map(({ dueAt }) => dueAt)).toEqual([
        ...[5_000, 3_601_000],
      ])
      await clear(...letters)
    })

    test('no lease holds that ends later than a lease can', async () => {
      const { mail } = store()
      const letters = [mailTo('agent:ana', 'long'), mailTo('agent:ana', 'short')]
      await post(...letters)
      await mail.lease(['long'], 1_000, 3_600_000)
      await mail.lease(['short'], 1_000, 2_000)
      await mail.endLeases(61_000)
      expect(ids(await mail.due(1_000, 9))).toEqual(['long'])
      expect(ids(await mail.due(2_000, 9))).toEqual(['long', 'short'])
      await clear(...letters)
    })

    test('the next due is the nearest to come, or the nearest lease to end', async () => {
      const { mail } = store()
      expect(await mail.nextDue(0)).toBeNull()
      const letters = [mailTo('agent:ana', 'soon', { dueAt: 5_000 }), mailTo('agent:ana', 'now')]
      await post(...letters)
      expect(await mail.nextDue(2_000)).toBe(5_000)
      await mail.lease(['now'], 2_000, 4_000)
      expect(await mail.nextDue(2_000)).toBe(4_000)
      expect(await mail.nextDue(5_000)).toBeNull()
      await clear(...letters)
    })

    test('that failed is counted and put off', async () => {
      const { mail } = store()
      const letter = mailTo('agent:ana', 'failing')
      await post(letter)
      await mail.lease(['failing'], 1_000, 9_000)
      expect(await mail.failed('failing', 2_000)).toBe(1)
      expect(await mail.due(1_999, 9)).toEqual([])
      expect(ids(await mail.due(2_000, 9))).toEqual(['failing'])
      expect(await mail.failed('failing', 3_000)).toBe(2)
      expect(await mail.failed('nothing', 3_000)).toBe(0)
      await clear(letter)
    })

    test('that is parked stays, is counted and is never due', async () => {
      const { mail, turns } = store()
      await post(mailTo('agent:ana', 'broken'))
      expect(await mail.setAsideCount()).toBe(0)
      await mail.setAside('broken', 'No such state: 😀')
      expect(await mail.setAsideCount()).toBe(1)
      expect(await mail.due(9e12, 9)).toEqual([])
      expect(await mail.lease(['broken'], 9e12, 9e12 + 1)).toEqual([])
      expect(await mail.nextDue(0)).toBeNull()
      expect(await turns.commit(turnOf('agent:ana', 1), 'broken')).toBe('done')
      expect(await mail.setAsideCount()).toBe(0)
    })

    test('that was parked comes back, of one actor or of all, with the tries it is given', async () => {
      const { mail } = store()
      const addresses = ['agent:ana', 'agent:ana', 'agent:amir', 'agent:olga'] as const
      const letters = addresses.map((to, nth) => mailTo(to, `aside-${nth}`))
      await post(...letters)
      for (const { id } of letters) {
        await mail.failed(id, 9e12)
        await mail.setAside(id, 'No such state')
      }
      expect((await mail.deadLetterAddresses(9)).toSorted()).toEqual([
        'agent:amir',
        'agent:ana',
        'agent:olga',
      ])
      expect(await mail.deadLetterAddresses(2)).toHaveLength(2)
      await mail.requeueDeadLetters('agent:ana', 7)
      expect(ids(await mail.due(1_000, 9))).toEqual(['aside-0', 'aside-1'])
      expect(await mail.failed('aside-0', 9e12)).toBe(8)
      await mail.requeueDeadLetters(null, 0)
      expect(await mail.setAsideCount()).toBe(0)
      expect(await mail.deadLetterAddresses(9)).toEqual([])
      expect(ids(await mail.due(1_000, 9))).toEqual(['aside-1', 'aside-2', 'aside-3'])
      expect(await mail.failed('aside-2', 2_000)).toBe(1)
      await clear(...letters)
    })
  })

  withStore('timers', fresh, (store) => {
    const slot = 'conversation:lamp/silence'
    const armed = (version: number, dueAt: number) => ({
      ...mailTo('conversation:lamp', `conversation:lamp/${version}/1000`, { dueAt, timer: slot }),
      event: { type: 'xstate.after.silence' as const, at: dueAt },
    })
    const due = async () => (await store().mail.due(9e12, 9)).map(({ id }) => id)

    test('a slot holds one timer: arming it again replaces it, lease and failures too', async () => {
      const { turns, mail } = store()
      await turns.commit(turnOf('conversation:lamp', 1, { mail: [armed(1, 2_000)] }))
      await mail.lease(['conversation:lamp/1/1000'], 2_000, 9e12)
      await mail.failed('conversation:lamp/1/1000', 9e12)
      await turns.commit(turnOf('conversation:lamp', 2, { mail: [armed(2, 3_000)] }))
      expect(await mail.due(2_999, 9)).toEqual([])
      expect(await mail.due(3_000, 9)).toEqual([armed(2, 3_000)])
      const fired = turnOf('conversation:lamp', 3)
      expect(await turns.commit(fired, 'conversation:lamp/1/1000')).toBe('gone')
    })

    test('the turn a timer causes may arm its slot again', async () => {
      const { turns } = store()
      const again = turnOf('conversation:lamp', 3, { mail: [armed(3, 4_000)] })
      expect(await turns.commit(again, 'conversation:lamp/2/1000')).toBe('done')
      expect(await due()).toEqual(['conversation:lamp/3/1000'])
    })

    test('a slot that is cancelled is empty, and one cancelled and armed is armed', async () => {
      const { turns } = store()
      const both = turnOf('conversation:lamp', 4, { mail: [armed(4, 5_000)], cancels: [slot] })
      expect(await turns.commit(both)).toBe('done')
      expect(await due()).toEqual(['conversation:lamp/4/1000'])
      await turns.commit(turnOf('conversation:lamp', 5, { cancels: [slot, 'nobody/silence'] }))
      expect(await due()).toEqual([])
    })
  })
}
