import { expect, test } from 'bun:test'
import { readArgs } from './args'
import { noCounts } from './load/job'
import { median, percentile } from './load/percentile'
import type { Bar, Row } from './measure'
import { short, tableOf, verdictOf } from './table'

const most: Bar = { is: 'at most', goal: 1.5, first: 2.5 }
const least: Bar = { is: 'at least', goal: 0.6, first: 0.4 }
const row = (value: number, bar: Bar, more: Partial<Row> = {}): Row => ({
  ...{ id: 'P1', what: 'a message', ours: '1', floor: '2', value, bar },
  ...{ counts: noCounts, busy: '10 % / 20 %' },
  ...more,
})

test('a figure reaches its goal, its first bar, or neither', () => {
  expect([0.6, 0.5, 0.3].map((value) => verdictOf(row(value, least)))).toEqual([
    'goal',
    'first bar',
    'no',
  ])
  expect([1.5, 2.5, 2.6].map((value) => verdictOf(row(value, most)))).toEqual([
    'goal',
    'first bar',
    'no',
  ])
})

test('no figure holds when something was lost, or when there is none', () => {
  expect(verdictOf(row(0.9, least, { counts: { ...noCounts, lost: 1 } }))).toBe('no')
  expect(verdictOf(row(Number.NaN, least))).toBe('no')
})

test('the table has a line for each yardstick, its counts and its notes', () => {
  const text = tableOf([row(0.612, least, { note: 'in turn' }), row(2, { ...most, unit: 'ms' })])
  expect(text).toContain('≥ 0.6')
  expect(text).toContain('≤ 1.5 ms')
  expect(text).toContain('0.612')
  expect(text).toContain('P1: in turn')
  expect(text.split('\n')).toHaveLength(6)
})

test('figures are short', () => {
  expect([12345.6, 99.49, 0.12345, Number.NaN].map(short)).toEqual(['12,346', '99.5', '0.123', '—'])
})

test('percentiles and medians', () => {
  expect(percentile([3, 1, 2], 0.5)).toBe(2)
  expect(percentile([], 0.5)).toBe(0)
  expect([median([4, 1, 3, 2]), median([3, 1, 2]), median([])]).toEqual([2.5, 2, 0])
})

test('words choose yardsticks', () => {
  expect(readArgs(['p1', '--quick'], ['P1', 'P2'])).toEqual({ ids: ['P1'], quick: true })
  expect(readArgs(['p16', 'p1'], ['P1', 'P16']).ids).toEqual(['P16', 'P1'])
  expect(readArgs([], ['P1', 'P2'])).toEqual({ ids: ['P1', 'P2'], quick: false })
  expect(() => readArgs(['P9', '--slow'], ['P1'])).toThrow('There is no P9, --slow')
})
