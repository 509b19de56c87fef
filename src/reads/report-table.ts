import { figuresIn } from '../../actors/figures/figures'
import { reportOf } from '../../actors/figures/reports'
import type { ReportAsk, ReportRead } from './reports'

/** A report as a table of files and of the command line. */
export type ReportTable = { columns: string[]; rows: (string | number | null)[][] }

/** What the last row is called, in which all of it is counted together. */
const TOTAL = 'total'

export const tableOfReport = (ask: ReportAsk, { rows, total }: ReportRead): ReportTable => {
  const report = reportOf(ask.name)
  const first = report.rows === 'time' ? ask.by : report.rows
  const columns = [first, 'name', ...report.figures]
  const cells = rows.map(({ key, name, figures }) => [
    ...[shownKey(report.rows, key), name],
    ...report.figures.map((one) => figures[one] ?? null),
  ])
  const whole = figuresIn(report.figures, total)
  const last = [TOTAL, '', ...report.figures.map((one) => whole[one] ?? null)]
  return { columns, rows: [...cells, last] }
}

const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const

/** An hour of the week as files tell it. */
const shownKey = (rows: string, key: string): string => {
  if (rows !== 'weekHour') return key
  const [day, hour] = [Math.floor(Number(key) / 24), Number(key) % 24]
  return `${weekdays[day] ?? ''} ${String(hour).padStart(2, '0')}:00`
}
