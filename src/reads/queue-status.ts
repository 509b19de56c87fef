import type { ConversationRow } from '../../actors/summary'
import type { Reads } from './reads'
import { isInLine, isLeft, promisedUntil } from './visitor-status'

type Needed = Pick<Reads, 'onDuty' | 'departments' | 'clock'>

/** Rows as they stand now, and until when that holds though nothing rings, ms UTC. */
export type QueueStatus<Row> = { rows: Row[]; until: number }

/**
 * Conversations as the desk shows them. A row keeps what its visitor was last told; whether it is
 * marked as a message that was left follows from who is on duty, as on the visitor's own page.
 */
export const withQueueStatus = async <Row extends ConversationRow>(
  desk: Needed,
  rows: readonly Row[],
): Promise<QueueStatus<Row>> => {
  const now = desk.clock.now()
  const marked = await Promise.all(rows.map((row) => withOwnQueueStatus(desk, row, now)))
  return {
    rows: marked.map(({ row }) => row),
    until: Math.min(...marked.map(({ until }) => until)),
  }
}

const withOwnQueueStatus = async <Row extends ConversationRow>(
  desk: Needed,
  row: Row,
  now: number,
) => {
  if (!isInLine(row)) return { row, until: Number.POSITIVE_INFINITY }
  const [all, staffed] = await Promise.all([
    desk.departments.all(),
    desk.onDuty.isStaffed(row.department, row.language),
  ])
  const patience = all.find(({ id }) => id === row.department)?.settings.patience ?? 0
  const left = isLeft(row, { staffed, patience }, now)
  const hopes = row.state === 'left' && !left
  return {
    row: { ...row, state: left ? ('left' as const) : ('waiting' as const) },
    until: hopes ? promisedUntil(row, { patience }) : Number.POSITIVE_INFINITY,
  }
}
