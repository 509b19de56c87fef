import { expect, test } from 'bun:test'
import { mergedHeads } from '../../src/reads/merged-heads'

const row = (id: string, lane: number, rank: number) => ({ id, lane, rank })
const sales = { rows: [row('s-1', 1, 50), row('s-2', 1, 70), row('s-3', 1, 90)] }
const repairs = { rows: [row('r-1', 0, 95), row('r-2', 1, 60)] }
const ids = (rows: { id: string }[]) => rows.map(({ id }) => id)

test('several lines are one: each in its own order, and of their heads the longest wait is next', () => {
  expect(ids(mergedHeads([sales, repairs], 9))).toEqual(['r-1', 's-1', 'r-2', 's-2', 's-3'])
  expect(ids(mergedHeads([sales, repairs], 2))).toEqual(['r-1', 's-1'])
  expect(ids(mergedHeads([sales, repairs], 1))).toEqual(['r-1', 's-1'])
  expect(mergedHeads([sales, repairs], 0)).toEqual([])
  expect(mergedHeads([], 9)).toEqual([])
})

test('the first of a line is there, however many of others wait for longer', () => {
  const busy = { rows: Array.from({ length: 60 }, (_, n) => row(`b-${n}`, 1, n)) }
  const shown = ids(mergedHeads([sales, busy, repairs, { rows: [] }], 50))
  expect(shown.slice(0, 2)).toEqual(['r-1', 'b-0'])
  expect(shown).toHaveLength(51)
  expect(shown.at(-1)).toBe('s-1')
  const [newest, older] = [{ rows: [row('n', 1, 90)] }, { rows: [row('o', 1, 80)] }]
  expect(ids(mergedHeads([newest, older, busy], 3))).toEqual(['b-0', 'b-1', 'b-2', 'o', 'n'])
})
