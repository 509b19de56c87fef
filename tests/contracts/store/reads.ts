import { expect, test } from 'bun:test'
import type { Precedence } from '../../../actors/rows'
import { floorRow, lineRow, turnOf } from '../../support/turns'
import { type Fresh, withStore } from './fixtures'

export const readsContract = (fresh: Fresh): void =>
  withStore('what a department reads', fresh, (store) => {
    const keep = (department: string, rows: ReturnType<typeof lineRow>[]) =>
      store().turns.commit(
        turnOf(`department:${department}`, 1, {
          keeps: rows.map((row) => ({ in: 'line', ...row })),
        }),
      )

    test('the head of its line: by lane, then by rank, and no more than was asked for', async () => {
      await keep('ordered', [
        lineRow('ordered', 'third', { rank: 20 }),
        lineRow('ordered', 'second', { rank: 3 }),
        lineRow('ordered', 'first', { lane: 0, rank: 100 }),
        lineRow('other', 'elsewhere', { rank: 0 }),
      ])
      const reads = await store().turns.reads({
        department: 'ordered',
        line: 2,
        conversation: 'third',
      })
      expect(reads.line.map(({ conversation }) => conversation)).toEqual(['first', 'second'])
      expect(reads.row).toEqual(lineRow('ordered', 'third', { rank: 20 }))
    })

    test('not what is offered, but the row that was asked for wherever it stands', async () => {
      await keep('busy', [
        lineRow('busy', 'ringing', { rank: 1, offeredTo: 'ana' }),
        lineRow('busy', 'waiting', { rank: 3, refused: ['ana', 'amir'] }),
      ])
      const about = async (conversation: string | null) =>
        store().turns.reads({ department: 'busy', line: 9, conversation })
      expect((await about(null)).row).toBeNull()
      expect((await about('nobody')).row).toBeNull()
      expect((await about('ringing')).row?.offeredTo).toBe('ana')
      const { line } = await about('ringing')
      expect(line).toEqual([lineRow('busy', 'waiting', { rank: 3, refused: ['ana', 'amir'] })])
    })

    test('the head of each language, where they are read apart, each in its order', async () => {
      const chinese = Array.from({ length: 4 }, (_, nth) =>
        lineRow('apart', `zh-${nth}`, { language: 'zh', rank: nth }),
      )
      const precedence: Precedence = {
        ...({ priority: 'urgent', came: 5, news: 2, asked: 0 } as const),
        ...{ topics: ['VIP', '退货'], via: ['other'] },
      }
      await keep('apart', [
        ...chinese,
        lineRow('apart', 'en', { language: 'en', rank: -7_000_000_000_000_000, precedence }),
        lineRow('apart', 'rings', { language: 'en', rank: 1, offeredTo: 'ana' }),
        lineRow('apart', 'unknown', { rank: 9 }),
      ])
      const { line } = await store().turns.reads({
        ...{ department: 'apart', line: 2, conversation: null, languages: ['', 'en', 'zh'] },
      })
      expect(line.map(({ conversation }) => conversation)).toEqual([
        'en',
        'zh-0',
        'zh-1',
        'unknown',
      ])
      expect(line[0]?.precedence).toEqual(precedence)
    })

    test('its whole floor, and nobody else’s', async () => {
      const more = { languages: 'en\nzh', skills: '退货', recent: [3, 4] }
      const rows = ['amir', 'ana', 'olga'].map((agent) => floorRow('hall', agent, more))
      await store().turns.commit(
        turnOf('department:hall', 1, {
          keeps: [...rows, floorRow('cellar', 'ana')].map((row) => ({ in: 'floor', ...row })),
        }),
      )
      const { floor } = await store().turns.reads({
        department: 'hall',
        line: 1,
        conversation: null,
      })
      expect(floor.toSorted((a, b) => (a.agent < b.agent ? -1 : 1))).toEqual(rows)
    })
  })
