import { expect, test } from 'bun:test'
import type { FloorRow, LineRow } from '../../../actors/rows'
import { conversationRow, floorRow, lineRow, saying, turnOf } from '../../support/turns'
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
      expect(await inbox.isStaffed('harness')).toBe(false)
      await seat('harness', 'ana', { ready: true, mayReply: true, present: false })
      await seat('harness', 'amir', { ready: false, mayReply: true })
      expect(await inbox.isStaffed('harness')).toBe(true)
      await seat('harness', 'ana', { ready: false, mayReply: true })
      expect(await inbox.isStaffed('harness')).toBe(false)
      await seat('harness', 'ana', { ready: true, mayReply: false })
      expect(await inbox.isStaffed('harness')).toBe(false)
      await seat('nowhere', 'olga', { ready: true, mayReply: true })
      expect(await inbox.isStaffed('harness')).toBe(false)
      expect(await inbox.isStaffed('nowhere')).toBe(true)
    })
  })
}
