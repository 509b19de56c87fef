import type { Bar, Row } from './measure'

export type Verdict = 'goal' | 'first bar' | 'no'

export const verdictOf = ({ value, bar, counts }: Row): Verdict => {
  const reaches = (mark: number) => (bar.is === 'at least' ? value >= mark : value <= mark)
  const clean = !counts || Object.values(counts).every((count) => count === 0)
  if (!clean || !Number.isFinite(value)) return 'no'
  if (reaches(bar.goal)) return 'goal'
  return reaches(bar.first) ? 'first bar' : 'no'
}

const head = [
  ...['#', 'yardstick', 'ours', 'floor', 'figure', 'goal', 'first bar', 'holds'],
  ...['lost', 'dup', 'order', 'refused', 'busy'],
]

/** The table as text, a column as wide as its widest cell; notes below it. */
export const tableOf = (rows: readonly Row[]): string => {
  const cells = [head, ...rows.map(cellsOf)]
  const widths = head.map((_, at) => Math.max(...cells.map((row) => [...(row[at] ?? '')].length)))
  const lines = cells.map((row) => row.map((cell, at) => pad(cell, widths[at] ?? 0)).join('  '))
  const rule = widths.map((width) => '─'.repeat(width)).join('  ')
  const notes = rows.flatMap(({ id, note }) => (note ? [`${id}: ${note}`] : []))
  return [lines[0], rule, ...lines.slice(1), '', ...notes].join('\n')
}

const pad = (cell: string, width: number) => cell + ' '.repeat(width - [...cell].length)

const cellsOf = (row: Row): string[] => {
  const { counts, bar } = row
  const sign = bar.is === 'at least' ? '≥' : '≤'
  const mark = (value: number) => `${sign} ${withUnit(value, bar)}`
  return [
    ...[row.id, row.what, row.ours, row.floor, withUnit(row.value, bar)],
    ...[mark(bar.goal), mark(bar.first), verdictOf(row)],
    ...(counts
      ? [counts.lost, counts.duplicate, counts.outOfOrder, counts.refused]
      : ['', '', '', '']
    ).map(String),
    row.busy,
  ]
}

const withUnit = (value: number, { unit }: Bar) => `${short(value)}${unit ? ` ${unit}` : ''}`

/** Three digits that say something, thousands apart. */
export const short = (value: number): string => {
  if (!Number.isFinite(value)) return '—'
  if (Math.abs(value) >= 100) return Math.round(value).toLocaleString('en')
  return String(Number(value.toPrecision(3)))
}

export const share = (value: number) => `${Math.round(value * 100)} %`
