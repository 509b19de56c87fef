import { expect, test } from 'bun:test'
import type { ConversationRow } from '../../../actors/summary'
import type { ConversationFilter } from '../../../src/store/ports/conversations'
import { conversationRow, saying } from '../../support/turns'
import { type Fresh, withStore } from './fixtures'

export const matchingContract = (fresh: Fresh): void => {
  withStore('what is looked for', fresh, (store) => {
    const put = async (id: string, openedAt: number, row: Partial<ConversationRow> = {}) => {
      const summary = { of: 'conversation' as const, ...conversationRow(id, { openedAt, ...row }) }
      expect(await store().turns.commit(saying(id, 1, {}, { summary }))).toBe('done')
    }
    const found = async (filter: ConversationFilter) =>
      (await store().conversations.matching(filter, undefined, 9)).map(({ id }) => id)

    test('is found by all that is said of it, however its tags are written', async () => {
      await put('plain', 1)
      await put('tagged', 2, { tags: ['Größe', 'VIP 2'], department: 'care' })
      await put('urgent', 3, { priority: 'urgent', snooze: { until: null }, agent: 'ana' })
      await put('ended', 4, { state: 'rated', closedAt: 9, stars: 2, tags: ['vip'] })
      expect(await found({})).toEqual(['ended', 'urgent', 'tagged', 'plain'])
      expect(await found({ keys: ['tag:grösse'] })).toEqual(['tagged'])
      expect(await found({ keys: ['tag:vip'] })).toEqual(['ended'])
      expect(await found({ keys: ['tag:%'] })).toEqual([])
      await put('missed', 5, { state: 'closed', closedAt: 10, tags: ['vip'], neverAnswered: true })
      expect(await found({ keys: ['answered:never'] })).toEqual(['missed'])
      expect(await found({ keys: ['tag:vip'], open: false })).toEqual(['missed', 'ended'])
      expect(await found({ keys: ['tag:vip', 'answered:never'] })).toEqual(['missed'])
      expect(await found({ keys: ['tag:grösse', 'answered:never'] })).toEqual([])
      expect(await found({ priority: 'urgent', snoozed: true, agent: 'ana' })).toEqual(['urgent'])
      expect(await found({ snoozed: false, open: true })).toEqual(['tagged', 'plain'])
      expect(await found({ stars: 2 })).toEqual(['ended'])
      expect(await found({ stars: 0, departments: ['care'] })).toEqual(['tagged'])
      expect(await found({ departments: [] })).toEqual([])
      expect(await found({ states: ['rated'], since: 2, before: 5 })).toEqual(['ended'])
      expect(await found({ since: 2, before: 4 })).toEqual(['urgent', 'tagged'])
      expect(await store().conversations.matchingIds({ open: true }, 2)).toHaveLength(2)
    })

    test('is read page by page, also of those that began in the same moment', async () => {
      for (let nth = 0; nth < 7; nth++)
        await put(`page-${nth}`, 50, { department: `of-${nth % 2}`, priority: 'low' })
      const filter = { departments: ['of-0', 'of-1'], priority: 'low' } as const
      const seen: string[] = []
      for (let before: { at: number; id: string } | undefined; seen.length < 7; ) {
        const page = await store().conversations.matching(filter, before, 3)
        seen.push(...page.map(({ id }) => id))
        const last = page.at(-1)
        if (!last) break
        before = { at: last.openedAt, id: last.id }
      }
      expect(seen).toEqual([6, 5, 4, 3, 2, 1, 0].map((nth) => `page-${nth}`))
    })

    test('is due by the time that ends first: the latest of all first, those that stand before', async () => {
      const clock = (dueAt: number | null, left = 9) =>
        ({ kind: 'first', dueAt, soonAt: dueAt && dueAt - 100, left }) as const
      const due = (is: 'late' | 'risk' | 'due', at: number) =>
        found({ departments: ['due-1', 'due-2'], sla: { is, at } })
      await put('soon', 1, { department: 'due-1', sla: clock(1_000) })
      await put('sooner', 2, { department: 'due-2', sla: clock(900) })
      await put('same', 3, { department: 'due-2', sla: clock(1_000) })
      await put('stands', 4, { department: 'due-1', sla: clock(null) })
      await put('stands-late', 5, { department: 'due-1', sla: clock(null, -1) })
      await put('free', 6, { department: 'due-1' })
      expect(await due('due', 799)).toEqual(['stands-late'])
      expect(await due('risk', 850)).toEqual(['sooner'])
      expect(await due('due', 900)).toEqual(['stands-late', 'sooner', 'same', 'soon'])
      expect(await due('late', 900)).toEqual(['stands-late', 'sooner'])
      expect(await due('risk', 1_000)).toEqual([])
      const filter = { departments: ['due-1', 'due-2'], sla: { is: 'due', at: 2_000 } } as const
      const { matching } = store().conversations
      const further = async (at: number, id: string) =>
        (await matching(filter, { at, id }, 9)).map((row) => row.id)
      expect(await further(900, 'sooner')).toEqual(['same', 'soon'])
      expect(await further(1_000, 'same')).toEqual(['soon'])
    })

    test('is kept under a name: one’s own, and those that all have', async () => {
      const { views } = store()
      const view = (id: string, owner: string, shared: boolean, createdAt: number) =>
        views.keep({ id, owner, name: `Größe ${id} 😀`, query: 'view=all', shared, createdAt })
      await view('b', 'ana', false, 2)
      await view('a', 'olga', true, 1)
      await view('c', 'amir', false, 3)
      expect((await views.of('ana')).map(({ id }) => id)).toEqual(['a', 'b'])
      expect(await views.find('c')).toMatchObject({ name: 'Größe c 😀', shared: false })
      await views.remove('a')
      expect((await views.of('ana')).map(({ id }) => id)).toEqual(['b'])
    })
  })
}
