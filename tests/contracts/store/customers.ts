import { expect, test } from 'bun:test'
import type { Customer, CustomersAsk } from '../../../src/store/ports/customers'
import { entryOf, turnOf } from '../../support/turns'
import { type Fresh, tallied, together, withStore } from './fixtures'

const DAY_MS = 86_400_000
export const customer = (id: string, more: Partial<Customer> = {}): Customer => ({
  ...{ id, email: `${id}@Guest.example`, name: `“${id}” 😀`, passwordHash: 'one', language: 'zh' },
  ...{ createdAt: 1_000, openedAt: 1_000, provenAt: null, seenAt: null, ...more },
})
const keyOf = ({ email }: Customer) => email.toLowerCase()
const from = { address: '203.0.113.9', browser: 'Firefox · Linux' }
const times = { at: 5_000, idle: 5_000 + DAY_MS, expires: 5_000 + 9 * DAY_MS }

export const customersContract = (fresh: Fresh): void =>
  withStore('accounts of visitors', fresh, (store) => {
    const add = async (one: Customer) => store().customers.create(one, keyOf(one))

    test('are one for each address, whoever comes at once', async () => {
      const { customers } = store()
      const all = await together(6, (n) =>
        customers.create(customer(`v${n}`), 'vera@guest.example'),
      )
      expect(tallied(all)).toEqual({ done: 1, taken: 5 })
      const kept = await customers.byEmailKey('vera@guest.example')
      expect(kept).toMatchObject({ language: 'zh', seenAt: null })
      expect(await customers.byId(kept?.id ?? '')).toEqual(kept)
      expect(await customers.byEmailKey('Vera@guest.example')).toBeUndefined()
      await customers.remove(kept?.id ?? '')
      expect(await customers.byEmailKey('vera@guest.example')).toBeUndefined()
    })

    test('that nobody has opened are renewed, and opened once', async () => {
      const { customers } = store()
      await add(customer('waits', { openedAt: null }))
      const values = { email: 'waits@guest.example', name: 'Other', language: 'en' }
      const renewed = { ...values, passwordHash: 'two', createdAt: 2_000 }
      expect(await customers.renew('waits', renewed)).toBe('done')
      await customers.open('waits', 3_000)
      await customers.open('waits', 9_000)
      expect(await customers.byId('waits')).toMatchObject({
        ...{ ...renewed, openedAt: 3_000, provenAt: 3_000 },
      })
      expect(await customers.renew('waits', { ...renewed, name: 'Late' })).toBe('opened')
      expect((await customers.byId('waits'))?.name).toBe('Other')
    })

    test('change their name, their address, and their password while it is as it was', async () => {
      const { customers } = store()
      await add(customer('changes'))
      await add(customer('other'))
      await customers.rename('changes', 'Another')
      const moved = ['changes', 'new@guest.example', 'new@guest.example', 7_000] as const
      expect(await customers.setEmail(...moved)).toBe('done')
      const taken = ['changes', 'Other@guest.example', 'other@guest.example', null] as const
      expect(await customers.setEmail(...taken)).toBe('taken')
      const both = await together(2, (n) => customers.replacePassword('changes', `new ${n}`, 'one'))
      expect(tallied(both)).toEqual({ done: 1, changed: 1 })
      expect(await customers.byEmailKey('new@guest.example')).toMatchObject({
        ...{ id: 'changes', name: 'Another', provenAt: 7_000 },
      })
    })

    test('with another password are signed in nowhere but where they chose it, by no cookie', async () => {
      const { customers, visits } = store()
      await add(customer('renews', { passwordHash: 'one' }))
      await add(customer('stays'))
      for (const [hash, whose] of [
        ['r-home', 'renews'],
        ['r-phone', 'renews'],
        ['s-home', 'stays'],
      ] as const) {
        await visits.remember(hash, `visitor-${whose}`, 1_000)
        expect(await customers.openSession(hash, whose, times, from)).toBe('done')
      }
      const known = async () => {
        const found = ['r-home', 'r-phone', 's-home'].map((hash) => visits.visitorOf(hash))
        return (await Promise.all(found)).map((visitor) => visitor !== undefined)
      }
      expect(await customers.replacePassword('renews', 'two', 'other', 'r-home')).toBe('changed')
      expect(await known()).toEqual([true, true, true])
      expect(await customers.replacePassword('renews', 'two', 'one', 'r-home')).toBe('done')
      expect(await known()).toEqual([true, false, true])
      expect((await customers.sessionsOf('renews', 6_000)).map((one) => one.tokenHash)).toEqual([
        'r-home',
      ])
      // Who showed the password of before, and was slower, is not in.
      const late = ['late', 'renews', times, from, 'one'] as const
      expect(await customers.openSession(...late)).toBe('changed')
      expect(await customers.session('late', 6_000)).toBeUndefined()
      expect(await customers.replacePassword('renews', 'three', 'two')).toBe('done')
      expect(await known()).toEqual([false, false, true])
    })

    test('are signed in by a cookie until that is over, idle or closed; then it is nobody’s', async () => {
      const { customers, visits } = store()
      await add(customer('enters'))
      for (const hash of ['home', 'phone']) {
        await visits.remember(hash, 'visitor', 1_000)
        await customers.openSession(hash, 'enters', times, from)
      }
      const found = await customers.session('home', 6_000)
      expect(found).toMatchObject({
        idleUntil: times.idle,
        customer: { id: 'enters', seenAt: 5_000 },
      })
      expect(await customers.session('home', times.idle)).toBeUndefined()
      await customers.touchSession('home', 20 * DAY_MS)
      expect(await customers.session('home', times.idle)).toBeDefined()
      expect(await customers.session('home', times.expires)).toBeUndefined()
      const all = await customers.sessionsOf('enters', 6_000)
      expect(all.map(({ tokenHash }) => tokenHash)).toEqual(['home', 'phone'])
      expect(all[0]).toMatchObject(from)
      await customers.closeSessions(['phone'])
      await visits.dropTokens(['phone'])
      expect(await visits.visitorOf('phone')).toBeUndefined()
      expect(await visits.visitorOf('home')).toBe('visitor')
      expect(await customers.sessionsOf('enters', 6_000)).toHaveLength(1)
    })

    test('go when nobody opened them, and sessions that are over are told', async () => {
      const { customers } = store()
      await add(customer('stale', { openedAt: null, createdAt: 10 }))
      await add(customer('fresh', { openedAt: null, createdAt: 90 }))
      await customers.openSession('old', 'other', { at: 1, idle: 40, expires: 9_000 }, from)
      expect(await customers.over(50)).toEqual(['old'])
      expect(await customers.over(39)).toEqual([])
      expect(await customers.tidy(50)).toBe(false)
      expect(await customers.byId('stale')).toBeUndefined()
      expect(await customers.byId('fresh')).toBeDefined()
      expect(await customers.byId('other')).toBeDefined()
    })

    test('come page by page, each once, and by the beginning of their address', async () => {
      const { customers } = store()
      for (let n = 0; n < 25; n += 1)
        await add(
          customer(`page${String(n).padStart(2, '0')}`, { createdAt: 50_000 + Math.floor(n / 3) }),
        )
      for (const descending of [true, false]) {
        const seen: string[] = []
        let after: CustomersAsk['after'] = null
        for (let pages = 0; pages < 9; pages += 1) {
          const rows = await customers.page({ beginning: 'page', descending, after }, 7)
          seen.push(...rows.map(({ id }) => id))
          const last = rows.at(-1)
          after = last ? { by: last.createdAt, id: last.id } : after
        }
        expect([seen.length, new Set(seen).size]).toEqual([25, 25])
      }
      const [one, ...none] = await customers.page(
        { beginning: 'page07', descending: true, after: null },
        9,
      )
      expect([one?.id, none]).toEqual(['page07', []])
    })

    test('what was said can be read of several at once, and told without a name', async () => {
      const { turns, transcripts } = store()
      for (const id of ['talk-a', 'talk-b', 'talk-c'])
        await turns.commit(
          turnOf(`conversation:${id}`, 1, {
            entries: [
              entryOf(id, 1, { by: 'visitor', name: 'Vera', text: `Hello ${id}` }),
              entryOf(id, 2, { by: 'agent', author: 'ana', name: 'Ana', text: 'Good day' }),
              entryOf(id, 3, { by: 'desk', author: null, name: '', text: 'A notice' }),
            ],
          }),
        )
      const lines = await transcripts.talkIn(['talk-a', 'talk-b'], 10)
      expect(new Set(lines.map(({ conversation, by }) => `${conversation} ${by}`))).toEqual(
        new Set(['talk-a visitor', 'talk-a agent', 'talk-b visitor', 'talk-b agent']),
      )
      expect(await transcripts.talkIn([], 10)).toEqual([])
      // In pieces it is the same, each line once.
      const [first, second] = [await transcripts.talkIn(['talk-b', 'talk-a'], 3), lines.slice(3)]
      expect(first).toEqual(lines.slice(0, 3))
      expect(await transcripts.talkIn(['talk-a', 'talk-b'], 3, first.at(-1))).toEqual(second)
      expect(await transcripts.talkIn(['talk-a', 'talk-b'], 3, second.at(-1))).toEqual([])
      await transcripts.renameVisitor('talk-a', 'Visitor 1')
      const names = async (id: string) =>
        (await transcripts.after(id, 0, 9)).map(({ name }) => name)
      expect(await names('talk-a')).toEqual(['Visitor 1', 'Ana', ''])
      expect(await names('talk-b')).toEqual(['Vera', 'Ana', ''])
    })

    test('who somebody is, is forgotten with them', async () => {
      const { identities, visits } = store()
      expect(await identities.claim('key', 'visitor-9', 1)).toBe('visitor-9')
      await identities.forget('key')
      expect(await identities.visitorOf('key')).toBeUndefined()
      await visits.remember('cookie-9', 'visitor-9', 1)
      await visits.remember('cookie-8', 'visitor-9', 1)
      await visits.dropTokensOf('visitor-9', 'cookie-9')
      expect(await visits.visitorOf('cookie-8')).toBeUndefined()
      expect(await visits.visitorOf('cookie-9')).toBe('visitor-9')
      await visits.dropTokensOf('visitor-9')
      expect(await visits.visitorOf('cookie-9')).toBeUndefined()
    })
  })
