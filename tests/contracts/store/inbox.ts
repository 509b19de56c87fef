import { expect, test } from 'bun:test'
import { agentSettings } from '../../../actors/agent/settings'
import { initialConversation } from '../../../actors/conversation/context'
import { departmentSettings } from '../../../actors/department/settings'
import type { Entry } from '../../../actors/entry'
import type { FloorRow, LineRow } from '../../../actors/rows'
import type { ConversationRow } from '../../../actors/summary'
import {
  agentRow,
  conversationRow,
  departmentRow,
  floorRow,
  lineRow,
  saying,
  turnOf,
} from '../../support/turns'
import { type Fresh, onStage } from './stage'

export const inboxContract = (fresh: Fresh): void => {
  onStage('the inbox', fresh, (store) => {
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
      const { inbox, turns } = store()
      await open('row', {}, { text: 'Hello', at: 7 })
      const seen = { seenByAgent: 1, seenByVisitor: 4 }
      const counted = { lastSeq: 4, saidSeq: 1, lastAt: 9, unread: 3, ...seen }
      await turns.commit(
        turnOf('conversation:row', 2, {
          snapshot: {
            shape: 1,
            value: 'active',
            context: { ...initialConversation('row'), ...counted },
          },
        }),
      )
      expect(await inbox.row('row')).toEqual({
        ...conversationRow('row'),
        ...{ preview: 'Hello', previewBy: 'visitor', lastAt: 9, lastSeq: 4, unread: 3 },
      })
      expect(await inbox.conversation('row')).toEqual({ ...conversationRow('row'), ...seen })
      expect(await inbox.row('nothing')).toBeUndefined()
      expect(await inbox.conversation('nothing')).toBeUndefined()
    })

    test('a preview is cut by code points, and says whose words they are', async () => {
      await open('long', {}, { text: '😀'.repeat(300), by: 'agent', author: 'ana' })
      const row = await store().inbox.row('long')
      expect(row?.preview).toBe('😀'.repeat(200))
      expect(row?.previewBy).toBe('agent')
    })

    test('an agent’s list: what he holds and what rings at him, the oldest wait first', async () => {
      const active = { state: 'active' as const, agent: 'ana', agentName: 'Ana' }
      await open('held-2', { ...active, waitingSince: 20 })
      await open('held-1', { ...active, waitingSince: 10 })
      await open('rings', { state: 'offered', offeredTo: 'ana', waitingSince: 15 })
      await open('over', { ...active, state: 'closed', closedAt: 9 })
      await open('returned', { agent: 'ana', state: 'waiting' })
      await open('handed', { ...active, waitingSince: 30, offeredTo: 'amir' })
      await open('his', { ...active, agent: 'amir', agentName: 'Amir', waitingSince: 40 })
      const { inbox } = store()
      expect(ids(await inbox.held('ana'))).toEqual(['held-1', 'rings', 'held-2', 'handed'])
      expect(ids(await inbox.held('amir'))).toEqual(['handed', 'his'])
      expect(await inbox.held('olga')).toEqual([])
    })

    test('closed ones of some departments only, the newest first, page by page', async () => {
      const closed = async (id: string, department: string, closedAt: number) =>
        open(id, { department, state: closedAt % 2 ? 'closed' : 'rated', closedAt })
      for (const [n, department] of ['shoes', 'hats', 'shoes', 'gloves', 'hats'].entries()) {
        await closed(`closed-${n}`, department, 100 + n)
      }
      await open('still-open', { department: 'shoes' })
      const { inbox } = store()
      const both = ['shoes', 'hats']
      expect(ids(await inbox.closed(both, 9e12, 2))).toEqual(['closed-4', 'closed-2'])
      expect(ids(await inbox.closed(both, 102, 9))).toEqual(['closed-1', 'closed-0'])
      expect(ids(await inbox.closed(['gloves'], 9e12, 9))).toEqual(['closed-3'])
      expect(await inbox.closed([], 9e12, 9)).toEqual([])
      expect((await inbox.closed(both, 9e12, 1))[0]?.preview).toBe('Is anybody there?')
    })

    test('how many are open in one department, whoever has them', async () => {
      const { inbox } = store()
      for (const state of ['waiting', 'left', 'offered', 'active', 'closed', 'rated'] as const)
        await open(`busy-${state}`, { department: 'busy', state })
      expect(await inbox.openCount('busy')).toBe(4)
      expect(await inbox.openCount('busier')).toBe(0)
    })

    test('a department that was removed is there, and says since when', async () => {
      const { inbox, turns } = store()
      const rows = [
        departmentRow('attic', { name: 'attic', createdAt: 5, removedAt: 1_700_000_000_000 }),
        departmentRow('cellar', { name: 'cellar', createdAt: 7 }),
      ]
      for (const row of rows)
        await turns.commit(
          turnOf(`department:${row.id}`, 1, { summary: { of: 'department', ...row } }),
        )
      // Its times are its own: they stay when the journal is cut short.
      expect(await inbox.departments()).toEqual(rows)
      expect(await inbox.department('attic')).toEqual(rows[0])
    })

    test('a row that was stored before there was a setting has it as in the beginning', async () => {
      const { inbox, turns } = store()
      const { silence: _silence, ...settings } = departmentRow('cellar').settings
      const { wrapUp: _wrapUp, ...own } = agentRow('vito').settings
      const rows = [
        { of: 'department' as const, ...departmentRow('cellar'), settings },
        { of: 'agent' as const, ...agentRow('vito'), settings: own },
      ]
      for (const row of rows)
        await turns.commit(turnOf(`${row.of}:${row.id}`, 9, { summary: row as never }))
      expect((await inbox.department('cellar'))?.settings).toEqual({
        ...settings,
        silence: departmentSettings.initial.silence,
      })
      expect((await inbox.agent('vito'))?.settings).toEqual({
        ...own,
        wrapUp: agentSettings.initial.wrapUp,
      })
    })

    test('every open conversation is swept, page by page', async () => {
      const { inbox } = store()
      const all = ids(await inbox.conversations('', 999))
      expect(all).toContain('still-open')
      expect(all).not.toContain('closed-1')
      expect(all).toEqual(all.toSorted())
      const [first, second, third] = all
      expect(ids(await inbox.conversations(first ?? '', 2))).toEqual([second ?? '', third ?? ''])
    })

    test('a list longer than one question still has all its words', async () => {
      const many = Array.from({ length: 130 }, (_, n) => `many-${String(n).padStart(3, '0')}`)
      await Promise.all(
        many.map((id, n) =>
          open(id, { state: 'active', agent: 'vast', waitingSince: n }, { text: `I am ${id}` }),
        ),
      )
      const rows = await store().inbox.held('vast')
      expect(rows.map(({ preview }) => preview)).toEqual(many.map((id) => `I am ${id}`))
    })
  })

  onStage('the line', fresh, (store) => {
    const queue = async (department: string, rows: [string, Partial<LineRow>][]) => {
      for (const [id] of rows) {
        const summary = { of: 'conversation' as const, ...conversationRow(id, { department }) }
        await store().turns.commit(saying(id, 1, {}, { summary }))
      }
      await store().turns.commit(
        turnOf(`department:${department}`, 1, {
          keeps: rows.map(([id, row]) => ({ in: 'line', ...lineRow(department, id, row) })),
        }),
      )
    }

    test('is in the order of each department, with the place in its own', async () => {
      await queue('sales', [
        ['s-3', { rank: 3, since: 90 }],
        ['s-1', { rank: 1, since: 50 }],
        ['s-2', { rank: 2, since: 70, offeredTo: 'ana' }],
      ])
      await queue('repairs', [
        ['r-2', { rank: 9, since: 60 }],
        ['r-1', { lane: 0, rank: 10, since: 95 }],
      ])
      await queue('secret', [['x-1', { rank: 1, since: 0 }]])
      const { inbox } = store()
      const line = await inbox.line(['sales', 'repairs'], 9)
      expect(line.map(({ id, place }) => [id, place])).toEqual([
        ['r-1', 1],
        ['s-1', 1],
        ['r-2', 2],
        ['s-2', 2],
        ['s-3', 3],
      ])
      expect(line[1]).toEqual({
        ...conversationRow('s-1'),
        ...{ preview: 'Is anybody there?', previewBy: 'visitor', place: 1 },
        ...{ lastAt: 1_001, lastSeq: 1, unread: 1 },
      })
      expect((await inbox.line(['sales', 'repairs'], 2)).map(({ id }) => id)).toEqual([
        'r-1',
        's-1',
      ])
      expect(await inbox.line([], 9)).toEqual([])
      expect(await inbox.lineOrder('sales')).toEqual(['s-1', 's-2', 's-3'])
      expect(await inbox.lineCount('sales')).toBe(3)
      expect(await inbox.lineCount('nowhere')).toBe(0)
      const outsiders = await inbox.line(['secret'], 9)
      expect(outsiders.map(({ id }) => id)).toEqual(['x-1'])
    })

    test('is attended while anybody of its own department is on duty', async () => {
      const { inbox, turns } = store()
      let version = 0
      const seat = (department: string, agent: string, more: Partial<FloorRow>) =>
        turns.commit(
          turnOf(`department:${department}`, ++version, {
            keeps: [{ in: 'floor', ...floorRow(department, agent, more) }],
          }),
        )
      expect(await inbox.isStaffed('counter')).toBe(false)
      await seat('counter', 'ana', { ready: true, mayReply: true, present: false })
      await seat('counter', 'amir', { ready: false, mayReply: true })
      expect(await inbox.isStaffed('counter')).toBe(true)
      await seat('counter', 'ana', { ready: false, mayReply: true })
      expect(await inbox.isStaffed('counter')).toBe(false)
      await seat('counter', 'ana', { ready: true, mayReply: false })
      expect(await inbox.isStaffed('counter')).toBe(false)
      await seat('nowhere', 'olga', { ready: true, mayReply: true })
      expect(await inbox.isStaffed('counter')).toBe(false)
      expect(await inbox.isStaffed('nowhere')).toBe(true)
    })
  })
}
