import { expect, test } from 'bun:test'
import { agentSettings } from '../../../actors/agent/settings'
import { initialConversation } from '../../../actors/conversation/context'
import { departmentSettings } from '../../../actors/department/settings'
import type { Entry } from '../../../actors/entry'
import type { ConversationRow } from '../../../actors/summary'
import type { ClosedKey } from '../../../src/store/ports/conversations'
import { agentRow, conversationRow, departmentRow, saying, turnOf } from '../../support/turns'
import { type Fresh, withStore } from './fixtures'

export const rowsContract = (fresh: Fresh): void => {
  withStore('rows', fresh, (store) => {
    const open = async (
      id: string,
      row: Partial<ConversationRow> = {},
      said: Partial<Entry> = {},
    ) => {
      const summary = { of: 'conversation' as const, ...conversationRow(id, row) }
      expect(await store().turns.commit(saying(id, 1, said, { summary }))).toBe('done')
    }
    const ids = (rows: readonly { id: string }[]) => rows.map(({ id }) => id)

    test('a row is the summary with its counts and its last words', async () => {
      const { conversations, turns } = store()
      await open('row', {}, { text: 'Hello', at: 7 })
      const seen = { seenByAgent: 1, seenByVisitor: 4 }
      const answering = { unansweredSince: 7, answered: true }
      const counted = { lastSeq: 4, saidSeq: 1, lastAt: 9, unread: 3, ...seen, ...answering }
      await turns.commit(
        turnOf('conversation:row', 2, {
          snapshot: {
            shape: 1,
            value: 'active',
            context: { ...initialConversation('row'), ...counted },
          },
        }),
      )
      expect(await conversations.row('row')).toEqual({
        ...conversationRow('row'),
        ...{ preview: 'Hello', previewBy: 'visitor', lastAt: 9, lastSeq: 4, unread: 3 },
        ...answering,
      })
      expect(await conversations.find('row')).toEqual({
        ...conversationRow('row'),
        ...{ ...seen, ...answering },
      })
      expect(await conversations.row('nothing')).toBeUndefined()
      const row = await conversations.row('row')
      expect(await conversations.rows(['nothing', 'row'])).toEqual(row ? [row] : [])
      expect(await conversations.rows([])).toEqual([])
      expect(await conversations.find('nothing')).toBeUndefined()
    })

    test('rows asked for together are each whose id it is', async () => {
      const { agents, conversations, turns } = store()
      const some = Array.from({ length: 150 }, (_, n) => `some-${n}`)
      await Promise.all(some.map((id) => open(id, {}, { text: `I am ${id}` })))
      const agent = (id: string) =>
        turns.commit(turnOf(`agent:${id}`, 1, { summary: { of: 'agent', ...agentRow(id) } }))
      await Promise.all(['wei', 'ben'].map(agent))
      const asked = ['some-7', 'nothing', 'some-3', 'some-7', ...some]
      const rows = await conversations.rows(asked)
      expect(ids(rows)).toEqual(asked.filter((id) => id !== 'nothing'))
      expect(rows.map(({ preview }) => preview)).toEqual(rows.map(({ id }) => `I am ${id}`))
      expect(await conversations.rows([])).toEqual([])
      const found = await Promise.all([
        ...['some-1', 'nothing', 'some-2'].map(conversations.find),
        ...['ben', 'nobody', 'wei'].map(agents.find),
      ])
      expect(found.map((one) => one?.id)).toEqual([
        ...['some-1', undefined, 'some-2'],
        ...['ben', undefined, 'wei'],
      ])
    })

    test('a preview is cut by code points, and says whose words they are', async () => {
      await open('long', {}, { text: '😀'.repeat(300), by: 'agent', author: 'ana' })
      const row = await store().conversations.row('long')
      expect(row?.preview).toBe('😀'.repeat(200))
      expect(row?.previewBy).toBe('agent')
    })

    test('a preview of words that were changed is of what they are now', async () => {
      await open('taken', {}, { text: 'my card is 4711' })
      const context = { ...initialConversation('taken'), lastSeq: 2, saidSeq: 1 }
      const change = { text: 'taken back', changes: 'taken-1' }
      const snapshot = { shape: 1, value: 'active', context }
      expect(await store().turns.commit(saying('taken', 2, change, { snapshot }))).toBe('done')
      expect((await store().conversations.row('taken'))?.preview).toBe('taken back')
    })

    test('an agent’s list: what they hold and what rings at them, the oldest wait first', async () => {
      const active = { state: 'active' as const, agent: 'ana', agentName: 'Ana' }
      await open('held-2', { ...active, waitingSince: 20 })
      await open('held-1', { ...active, waitingSince: 10 })
      await open('rings', { state: 'offered', offeredTo: 'ana', waitingSince: 15 })
      await open('over', { ...active, state: 'closed', closedAt: 9 })
      await open('returned', { agent: 'ana', state: 'waiting' })
      await open('handed', { ...active, waitingSince: 30, offeredTo: 'amir' })
      await open('amirs', { ...active, agent: 'amir', agentName: 'Amir', waitingSince: 40 })
      const { conversations } = store()
      expect(ids(await conversations.held('ana'))).toEqual(['held-1', 'rings', 'held-2', 'handed'])
      expect(ids(await conversations.held('amir'))).toEqual(['handed', 'amirs'])
      expect(await conversations.held('olga')).toEqual([])
    })

    test('closed ones of some departments only, the newest first, page by page', async () => {
      const closed = async (id: string, department: string, closedAt: number) =>
        open(id, { department, state: closedAt % 2 ? 'closed' : 'rated', closedAt })
      for (const [n, department] of ['shoes', 'hats', 'shoes', 'gloves', 'hats'].entries()) {
        await closed(`closed-${n}`, department, 100 + n)
      }
      await open('still-open', { department: 'shoes' })
      const { conversations } = store()
      const both = ['shoes', 'hats']
      expect(ids(await conversations.closed(both, undefined, 2))).toEqual(['closed-4', 'closed-2'])
      expect(ids(await conversations.closed(both, { at: 102, id: '' }, 9))).toEqual([
        'closed-1',
        'closed-0',
      ])
      expect(ids(await conversations.closed(['gloves'], undefined, 9))).toEqual(['closed-3'])
      expect(await conversations.closed([], undefined, 9)).toEqual([])
      expect((await conversations.closed(both, undefined, 1))[0]?.preview).toBe('Is anybody there?')
    })

    test('of many closed in one millisecond each is seen once, page by page', async () => {
      const at = 7_000
      const all = Array.from({ length: 60 }, (_, n) => `tie-${String(n).padStart(2, '0')}`)
      await Promise.all(
        all.map((id, n) => open(id, { department: `tie-${n % 2}`, state: 'closed', closedAt: at })),
      )
      const { conversations } = store()
      const page = (before: ClosedKey | undefined) =>
        conversations.closed(['tie-0', 'tie-1'], before, 25).then(ids)
      const seen = await page(undefined)
      for (let pages = 1; pages < 4; pages += 1)
        seen.push(...(await page({ at, id: seen.at(-1) ?? '' })))
      expect(seen).toEqual(all.toReversed())
    })

    test('how many are open in one department, whoever has them', async () => {
      const { conversations } = store()
      for (const state of ['waiting', 'left', 'offered', 'active', 'closed', 'rated'] as const)
        await open(`busy-${state}`, { department: 'busy', state })
      expect(await conversations.openCount('busy')).toBe(4)
      expect(await conversations.openCount('busier')).toBe(0)
    })

    test('a department that was removed is there, and says since when', async () => {
      const { departments, turns } = store()
      const rows = [
        departmentRow('attic', { name: 'attic', createdAt: 5, removedAt: 1_700_000_000_000 }),
        departmentRow('cellar', { name: 'cellar', createdAt: 7 }),
      ]
      for (const row of rows)
        await turns.commit(
          turnOf(`department:${row.id}`, 1, { summary: { of: 'department', ...row } }),
        )
      // Its times are its own: they stay when the journal is cut short.
      expect(await departments.all()).toEqual(rows)
      expect(await departments.find('attic')).toEqual(rows[0])
    })

    test('a row that was stored before there was a setting has it as in the beginning', async () => {
      const { agents, departments, turns } = store()
      const { silence: _silence, ...settings } = departmentRow('cellar').settings
      const { wrapUp: _wrapUp, ...own } = agentRow('vito').settings
      const rows = [
        { of: 'department' as const, ...departmentRow('cellar'), settings },
        { of: 'agent' as const, ...agentRow('vito'), settings: own },
      ]
      for (const row of rows)
        await turns.commit(turnOf(`${row.of}:${row.id}`, 9, { summary: row as never }))
      expect((await departments.find('cellar'))?.settings).toEqual({
        ...settings,
        silence: departmentSettings.initial.silence,
      })
      expect((await agents.find('vito'))?.settings).toEqual({
        ...own,
        wrapUp: agentSettings.initial.wrapUp,
      })
    })

    test('every open conversation is swept, page by page', async () => {
      const { conversations } = store()
      const all = ids(await conversations.open('', 999))
      expect(all).toContain('still-open')
      expect(all).not.toContain('closed-1')
      expect(all).toEqual(all.toSorted())
      const [first, second, third] = all
      expect(ids(await conversations.open(first ?? '', 2))).toEqual([second ?? '', third ?? ''])
    })

    test('a list longer than one question still has all its words', async () => {
      const many = Array.from({ length: 130 }, (_, n) => `many-${String(n).padStart(3, '0')}`)
      await Promise.all(
        many.map((id, n) =>
          open(id, { state: 'active', agent: 'vast', waitingSince: n }, { text: `I am ${id}` }),
        ),
      )
      const rows = await store().conversations.held('vast')
      expect(rows.map(({ preview }) => preview)).toEqual(many.map((id) => `I am ${id}`))
    })
  })
}
