import { expect, test } from 'bun:test'
import { addressOf } from '../../../actors/address'
import { nothingMoved } from '../../../actors/visitor/merge'
import type { ConversationOrder, ConversationsAsk } from '../../../src/store/ports/conversations'
import { placeOf } from '../../../src/store/ports/conversations'
import { conversationRow, entryOf, turnOf, visitorRow } from '../../support/turns'
import { type Fresh, withStore } from './fixtures'

const TALKS = 40
const idOf = (nth: number) => `talk-${String(nth).padStart(3, '0')}`
const numbers = Array.from({ length: TALKS }, (_, n) => n)
const everything = { all: true, person: '', departments: [] }

export const officeListsContract = (fresh: Fresh): void =>
  withStore('lists of the office', fresh, (store) => {
    const fill = async () => {
      for (const nth of numbers) {
        const isOpen = nth % 8 === 7
        const row = conversationRow(idOf(nth), {
          ...{ openedAt: 1_000 + Math.floor(nth / 2), state: isOpen ? 'active' : 'closed' },
          ...{ visitor: nth % 2 ? 'vera' : 'zora', department: nth % 3 ? 'sales' : 'support' },
          ...{ agent: nth % 2 ? 'ana' : null, agentName: nth % 2 ? 'Ana' : '' },
          closedAt: isOpen ? null : 5_000 + (nth % 4),
          stars: !isOpen && nth % 3 === 0 ? 1 + (nth % 5) : null,
        })
        const answer = { by: 'agent', author: 'ana' } as const
        await store().turns.commit(
          turnOf(addressOf('conversation', row.id), 1, {
            summary: { of: 'conversation', ...row },
            entries: [
              entryOf(row.id, 1, { at: 10 }),
              entryOf(row.id, 2, { ...answer, at: 15, body: { kind: 'note' } }),
              entryOf(row.id, 3, { ...answer, at: 20 }),
            ],
          }),
        )
      }
    }

    const all = async (
      order: ConversationOrder,
      descending: boolean,
      filter: ConversationsAsk['filter'] = {},
      sight = everything as ConversationsAsk['sight'],
    ) => {
      const seen: string[] = []
      let after: ConversationsAsk['after'] = null
      for (let pages = 0; pages < 20; pages += 1) {
        const ask = { filter, sight, order, descending, after }
        const rows = await store().conversations.page(ask, 7)
        seen.push(...rows.map(({ id }) => id))
        const last = rows.at(-1)
        if (!last || rows.length < 7) return seen
        after = placeOf(order, last)
      }
      throw new Error('the pages do not end')
    }

    test('all conversations come page by page, each once, in every order', async () => {
      await fill()
      for (const order of ['opened', 'closed', 'stars'] as const)
        for (const descending of [true, false]) {
          const seen = await all(order, descending)
          expect(seen.length).toBe(TALKS)
          expect(new Set(seen).size).toBe(TALKS)
        }
      expect((await all('opened', true))[0]).toBe(idOf(39))
      expect(new Set((await all('closed', false)).slice(-5))).toEqual(
        new Set(numbers.filter((nth) => nth % 8 === 7).map(idOf)),
      )
    })

    test('those that are named come in the order that they have among all', async () => {
      const named = numbers.filter((nth) => nth % 3 !== 1).map(idOf)
      const ids = new Set(named)
      for (const order of ['opened', 'closed', 'stars'] as const)
        for (const descending of [true, false])
          for (const more of [{}, { rated: true }, { stars: 4 }, { stars: 0 }, { open: true }]) {
            const whole = (await all(order, descending, more)).filter((id) => ids.has(id))
            const some = await all(order, descending, { ...more, ids: named })
            expect([order, descending, more, some]).toEqual([order, descending, more, whole])
          }
    })

    test('those that were rated come alone, and are counted by who held them', async () => {
      const rated = numbers.filter((nth) => nth % 8 !== 7 && nth % 3 === 0)
      for (const order of ['closed', 'stars'] as const)
        expect(new Set(await all(order, true, { rated: true }))).toEqual(new Set(rated.map(idOf)))
      const counted = await store().conversations.ratings({
        ...{ filter: { rated: true }, sight: everything },
      })
      expect(counted.reduce((sum, { count }) => sum + count, 0)).toBe(rated.length)
      const anas = counted.filter(({ agent }) => agent === 'ana')
      expect(anas.every(({ agentName }) => agentName === 'Ana')).toBe(true)
      expect(counted.some(({ agent }) => agent === null)).toBe(true)
    })

    test('who sees some departments sees those and their own', async () => {
      const sight = { all: false, person: 'ana', departments: ['support'] }
      const seen = await all('opened', false, {}, sight)
      expect(seen).toEqual(numbers.filter((nth) => nth % 3 === 0 || nth % 2 === 1).map(idOf))
      const narrowed = await all('closed', true, { visitor: 'vera', closedSince: 5_003 })
      expect(new Set(narrowed)).toEqual(
        new Set(numbers.filter((nth) => nth % 4 === 3 && nth % 8 !== 7).map(idOf)),
      )
    })

    test('what was said is counted without notes', async () => {
      const talks = await store().conversations.talks([idOf(1), 'nothing'])
      expect([...talks]).toEqual([[idOf(1), { messages: 2, answeredAt: 20 }]])
      expect(await store().conversations.talks([])).toEqual(new Map())
    })

    test('visitors come page by page, pinned ones first, found by what is known', async () => {
      for (let nth = 0; nth < 20; nth += 1) {
        const id = `v-${String(nth).padStart(2, '0')}`
        const more = { name: nth % 2 ? 'Änne' : 'Bo', email: `v${nth}@a.example`, tags: ['VIP'] }
        const row = visitorRow(id, { ...more, pinned: nth === 5, company: nth % 4 ? '' : 'ACME' })
        const summary = { of: 'visitor' as const, ...row }
        await store().turns.commit(turnOf(addressOf('visitor', id), 1, { summary }))
      }
      const usual = { words: [], order: 'seen', descending: true, after: null } as const
      const first = await store().visitors.page(usual, 7)
      expect(first[0]?.id).toBe('v-05')
      const after = { by: 0, id: first.at(-1)?.id ?? '' }
      const second = await store().visitors.page({ ...usual, after }, 50)
      expect(first.length + second.length).toBe(20)
      const named = { ...usual, order: 'name' as const, descending: false }
      expect((await store().visitors.page(named, 1))[0]?.name).toBe('Änne')
      const narrowed = { ...usual, words: ['bo', 'acme'], tag: 'VIP', pinned: false }
      expect((await store().visitors.page(narrowed, 50)).length).toBe(5)
      expect(await store().visitors.page({ ...usual, tag: 'VI' }, 50)).toEqual([])
      expect((await store().visitors.byEmails(['v3@a.example'])).map(({ id }) => id)).toEqual([
        'v-03',
      ])
      expect(await store().visitors.languages()).toEqual(['en'])
      expect(await store().visitors.count()).toBe(20)
    })

    test('a merge is kept with all that went over, and ends once', async () => {
      const { visitors, visits, identities } = store()
      await visits.remember('cookie', 'v-01', 1)
      await identities.claim('subject', 'v-01', 1)
      const keys = await visitors.keysOf('v-01')
      expect(keys).toEqual({ tokens: ['cookie'], subjects: ['subject'] })
      const moved = { ...nothingMoved, ...keys }
      const merge = { id: 'm-1', from: 'v-01', into: 'v-02', at: 1, by: 'ana', byName: 'Ana' }
      await visitors.addMerge({ ...merge, undoneAt: null, moved })
      await visitors.giveKeys(keys, 'v-02')
      expect(await visits.visitorOf('cookie')).toBe('v-02')
      expect(await identities.visitorOf('subject')).toBe('v-02')
      await visitors.endMerge('m-1', 9)
      expect(await visitors.findMerge('m-1')).toMatchObject({ undoneAt: 9, moved })
      expect((await visitors.merges('v-02')).map(({ id }) => id)).toEqual(['m-1'])
    })

    test('files that were said come page by page with who sent them, and all of them take room', async () => {
      const { files } = store()
      for (let nth = 0; nth < 9; nth += 1) {
        await files.expect({ id: `f-${nth}`, conversation: idOf(1), at: 100 })
        const file = { id: `f-${nth}`, bytes: 10, name: `F${nth}.png`, type: 'image/png' }
        await files.arrived([nth === 8 ? { id: 'f-8', bytes: 5 } : file], `${idOf(1)}-1`)
        if (nth !== 7) await files.said([`f-${nth}`])
      }
      expect(await files.total()).toEqual({ count: 7, bytes: 75 })
      const usual = { order: 'bytes', descending: false } as const
      const first = await files.page({ ...usual, after: null }, 4)
      expect(first[0]).toMatchObject({ id: 'f-0', who: 'Vera', name: 'F0.png' })
      const after = { by: 10, id: first.at(-1)?.id ?? '' }
      expect((await files.page({ ...usual, after }, 9)).length).toBe(3)
      const named = { ...usual, name: 'f3', kind: 'image' as const, after: null }
      expect((await files.page(named, 9)).map(({ id }) => id)).toEqual(['f-3'])
      expect(await files.page({ ...usual, kind: 'other', after: null }, 9)).toEqual([])
    })

    test('the words of a rating come with its conversation, the newest of them', async () => {
      const body = { kind: 'notice', notice: { code: 'rated', stars: 2 } } as const
      const said = { by: 'desk', author: null, body } as const
      await store().turns.commit(
        turnOf(addressOf('conversation', idOf(2)), 2, {
          entries: [
            entryOf(idOf(2), 4, { ...said, text: 'So so' }),
            entryOf(idOf(2), 5, { ...said, text: 'Better', changes: `${idOf(2)}-4` }),
          ],
        }),
      )
      const rated = await store().transcripts.rated([idOf(1), idOf(2)])
      expect([...rated.values()].map(({ text }) => text)).toEqual(['Better'])
    })
  })
