import { expect, test } from 'bun:test'
import type { FloorRow, LineRow } from '../../../actors/rows'
import {
  conversationRow,
  departmentRow,
  floorRow,
  lineRow,
  saying,
  turnOf,
} from '../../support/turns'
import { type Fresh, withStore } from './fixtures'

export const linesContract = (fresh: Fresh): void => {
  withStore('the line', fresh, (store) => {
    const queue = async (department: string, rows: [string, Partial<LineRow>][]) => {
      for (const [id] of rows) {
        const summary = { of: 'conversation' as const, ...conversationRow(id, { department }) }
        await store().turns.commit(saying(id, 1, {}, { summary }))
      }
      await store().turns.commit(
        turnOf(`department:${department}`, 1, {
          summary: { of: 'department', ...departmentRow(department) },
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
      const { conversations } = store()
      const [sales, repairs] = await conversations.lineHeads(['sales', 'repairs'], 9, 0)
      const places = (head: typeof sales) => head?.rows.map(({ id, place }) => [id, place])
      expect(places(sales)).toEqual([
        ['s-1', 1],
        ['s-2', 2],
        ['s-3', 3],
      ])
      expect(places(repairs)).toEqual([
        ['r-1', 1],
        ['r-2', 2],
      ])
      expect(sales).toMatchObject({ department: 'sales', count: 3 })
      expect(sales?.rows[0]).toEqual({
        ...conversationRow('s-1'),
        ...{ preview: 'Is anybody there?', previewBy: 'visitor', place: 1, lane: 1, since: 50 },
        rank: 1,
        ...{ lastAt: 1_001, lastSeq: 1, unread: 1, unansweredSince: null, answered: false },
      })
      const heads = await conversations.lineHeads(['repairs', 'nowhere', 'sales'], 2, 0)
      expect(heads.map(({ rows, count }) => [rows.map(({ id }) => id), count])).toEqual([
        [['r-1', 'r-2'], 2],
        [[], 0],
        [['s-1', 's-2'], 3],
      ])
      expect(await conversations.lineHeads([], 9, 0)).toEqual([])
      expect((await conversations.lineHeads(['secret'], 0, 0))[0]).toMatchObject({
        rows: [],
        count: 1,
      })
      expect(await conversations.lineOrder('sales')).toEqual(['s-1', 's-2', 's-3'])
    })

    test('is read from a place on, and its length is known behind its end too', async () => {
      await queue(
        'boots',
        [1, 2, 3, 4].map((n) => [`b-${n}`, { rank: n, since: n }]),
      )
      const stretch = async (from: number, limit: number) => {
        const head = await store().conversations.lineStretch({ department: 'boots', from }, limit)
        return [head.count, ...head.rows.map(({ id, place }) => [id, place])]
      }
      expect(await stretch(2, 2)).toEqual([4, ['b-2', 2], ['b-3', 3]])
      expect(await stretch(4, 9)).toEqual([4, ['b-4', 4]])
      expect(await stretch(5, 9)).toEqual([4])
    })

    test('is attended while anybody of its own department is on duty', async () => {
      const { departments, turns } = store()
      let version = 0
      const seat = (department: string, agent: string, more: Partial<FloorRow>) =>
        turns.commit(
          turnOf(`department:${department}`, ++version, {
            keeps: [{ in: 'floor', ...floorRow(department, agent, more) }],
          }),
        )
      expect(await departments.onDuty('harness')).toEqual([])
      await seat('harness', 'ana', { ready: true, mayReply: true, present: false })
      await seat('harness', 'amir', { ready: false, mayReply: true })
      expect(await departments.onDuty('harness')).toEqual([''])
      await seat('harness', 'ana', { ready: false, mayReply: true })
      expect(await departments.onDuty('harness')).toEqual([])
      await seat('harness', 'ana', { ready: true, mayReply: false })
      expect(await departments.onDuty('harness')).toEqual([])
      await seat('nowhere', 'olga', { ready: true, mayReply: true })
      expect(await departments.onDuty('harness')).toEqual([])
      expect(await departments.onDuty('nowhere')).toEqual([''])
    })
  })
}
