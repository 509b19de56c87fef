import type { LineLength, List, More } from '../../views/workbench/inbox/lists'
import type { InboxRow } from '../store/ports/conversations'
import type { Queued } from './queue-head'
import { chosenLine, PAGE_ROWS } from './queue-stretch'

type Shown = {
  /** The lines whoever reads sees, and how many wait in each. */
  lines: readonly LineLength[]
  /** Rows of lines that the list shows. */
  waits: readonly Queued[]
  /** What rings at whoever reads: it stands in its line still, and is shown above the list. */
  rings: readonly Pick<InboxRow, 'department'>[]
  /** The page of closed ones. */
  past: readonly InboxRow[]
}

/** The ways from a list to what it does not show: nobody who waits may be out of reach. */
export const moreOf = (list: List, { lines, waits, rings, past }: Shown): More[] => {
  if (list.view === 'closed') return older(past)
  if (list.view === 'snoozed') return []
  const waiting = lines.reduce((sum, { count }) => sum + count, 0)
  if (list.view === 'mine') {
    const count = waiting - waits.length - rings.length
    return count > 0 ? [{ where: 'line', to: { view: 'line' }, count }] : []
  }
  const chosen = chosenLine(
    list,
    lines.map(({ department }) => department),
  )
  const line = lines.find(({ department }) => department === chosen)
  return line
    ? aroundPage(list, line, lines.length > 1)
    : furtherBack(lines, [...waits.map(({ row }) => row), ...rings])
}

/** The next page of what was looked for, which ends with these. */
export const furtherThan = (list: List, rows: readonly InboxRow[]): More[] => {
  const last = rows.length < PAGE_ROWS ? undefined : rows.at(-1)
  if (!last) return []
  const { closedAt, openedAt, mentionedAt, sla } = last
  if (list.view === 'due' || list.filter?.sla)
    return [{ where: 'older', to: { ...list, until: { at: sla?.dueAt ?? 0, id: last.id } } }]
  const at = mentionedAt ?? (list.view === 'closed' ? (closedAt ?? 0) : openedAt)
  return [{ where: 'older', to: { ...list, until: { at, id: last.id } } }]
}

const older = (past: readonly InboxRow[]): More[] => {
  const last = past.length < PAGE_ROWS ? undefined : past.at(-1)
  if (last?.closedAt == null) return []
  return [{ where: 'older', to: { view: 'closed', until: { at: last.closedAt, id: last.id } } }]
}

/** Before and behind a page of one department's line. */
const aroundPage = (
  list: List,
  { department, count }: LineLength,
  isOneOfSeveral: boolean,
): More[] => {
  const from = list.from ?? 1
  const behind = count - (from + PAGE_ROWS - 1)
  const page = (place: number): List => ({
    view: 'line',
    ...(isOneOfSeveral ? { department } : {}),
    ...(place > 1 ? { from: place } : {}),
  })
  const ways: More[] = []
  if (from > 1) ways.push({ where: 'ahead', to: page(Math.max(1, from - PAGE_ROWS)) })
  if (behind > 0) ways.push({ where: 'behind', to: page(from + PAGE_ROWS), count: behind })
  return ways
}

/** Lines that are shown as one: of each, those it shows no row of. */
const furtherBack = (
  lines: readonly LineLength[],
  rows: readonly Pick<InboxRow, 'department'>[],
): More[] =>
  lines.flatMap(({ department, count }) => {
    const behind = count - rows.filter((row) => row.department === department).length
    return behind > 0
      ? [{ where: 'department' as const, to: { view: 'line' as const, department }, count: behind }]
      : []
  })
