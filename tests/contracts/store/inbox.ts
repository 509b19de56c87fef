import { expect, test } from 'bun:test'
import type { Entry } from '../../../actors/entry'
import type { FloorRow, LineRow } from '../../../actors/rows'
import type { ConversationRow } from '../../../actors/summary'
import { REMOVED } from '../../../src/store/ports/departments'
import type { ClosedKey } from '../../../src/store/ports/inbox'
import {
  agentRow,
  conversationRow,
  departmentRow,
  floorRow,
  lineRow,
  saying,
  turnOf,
} from '../../support/turns'
import { type Fresh, withStore } from './fixtures'

export const inboxContract = (fresh: Fresh): void => {
  withStore('the inbox', fresh, (store) => {
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
          snapshot: { shape: 1, value: 'active', context: counted },
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

    test('rows asked for together are each whose id it is', async () => {
      const { inbox, turns } = store()
      const some = Array.from({ length: 150 }, (_, n) => `some-${n}`)
      await Promise.all(some.map((id) => open(id, {}, { text: `I am ${id}` })))
      const agent = (id: string) =>
        turns.commit(turnOf(`agent:${id}`, 1, { summary: { of: 'agent', ...agentRow(id) } }))
      await Promise.all(['wei', 'ben'].map(agent))
      const asked = ['some-7', 'nothing', 'some-3', 'some-7', ...some]
      const rows = await inbox.rows(asked)
      expect(ids(rows)).toEqual(asked.filter((id) => id !== 'nothing'))
      expect(rows.map(({ preview }) => preview)).toEqual(rows.map(({ id }) => `I am ${id}`))
      expect(await inbox.rows([])).toEqual([])
      const found = await Promise.all([
        ...['some-1', 'nothing', 'some-2'].map(inbox.conversation),
        ...['ben', 'nobody', 'wei'].map(inbox.agent),
      ])
      expect(found.map((one) => one?.id)).toEqual([
        ...['some-1', undefined, 'some-2'],
        ...['ben', undefined, 'wei'],
      ])
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
      expect(ids(await inbox.closed(both, undefined, 2))).toEqual(['closed-4', 'closed-2'])
      expect(ids(await inbox.closed(both, { at: 102, id: '' }, 9))).toEqual([
        'closed-1',
        'closed-0',
      ])
      expect(ids(await inbox.closed(['gloves'], undefined, 9))).toEqual(['closed-3'])
      expect(await inbox.closed([], undefined, 9)).toEqual([])
      expect((await inbox.closed(both, undefined, 1))[0]?.preview).toBe('Is anybody there?')
    })

    test('of many closed in one millisecond each is seen once, page by page', async () => {
      const at = 7_000
      const all = Array.from({ length: 60 }, (_, n) => `tie-${String(n).padStart(2, '0')}`)
      await Promise.all(
        all.map((id, n) => open(id, { department: `tie-${n % 2}`, state: 'closed', closedAt: at })),
      )
      const { inbox } = store()
      const page = (before: ClosedKey | undefined) =>
        inbox.closed(['tie-0', 'tie-1'], before, 25).then(ids)
      const seen = await page(undefined)
      for (let pages = 1; pages < 4; pages += 1)
        seen.push(...(await page({ at, id: seen.at(-1) ?? '' })))
      expect(seen).toEqual(all.toReversed())
    })

    test('how many are open in one department, whoever has them', async () => {
      const { inbox } = store()
      for (const state of ['waiting', 'left', 'offered', 'active', 'closed', 'rated'] as const)
        await open(`busy-${state}`, { department: 'busy', state })
      expect(await inbox.openCount('busy')).toBe(4)
      expect(await inbox.openCount('busier')).toBe(0)
    })

    test('a department that was removed is there, and says since when', async () => {
      const { inbox, turns, accounts } = store()
      for (const id of ['attic', 'cellar'])
        await turns.commit(
          turnOf(`department:${id}`, 1, {
            summary: { of: 'department', ...departmentRow(id, { name: id }) },
          }),
        )
      const removed = async () => (await inbox.departments()).map((row) => [row.id, row.removedAt])
      await accounts.setSetting(`${REMOVED}attic`, '1700000000000')
      expect(await removed()).toEqual([
        ['attic', 1_700_000_000_000],
        ['cellar', null],
      ])
      expect((await inbox.department('attic'))?.removedAt).toBe(1_700_000_000_000)
      await accounts.setSetting(`${REMOVED}attic`, null)
      expect((await removed()).map(([, at]) => at)).toEqual([null, null])
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

  withStore('the line', fresh, (store) => {
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
