import type { ConversationRow } from '../../../actors/summary'
import type { FeedDesk } from '../desk'
import { isInLine, isLeft, promisedUntil } from './standing'

type Reads = Pick<FeedDesk, 'attendance' | 'departments' | 'clock'>

/** Rows as they stand now, and until when that holds though nothing rings, ms UTC. */
export type Stands<Row> = { rows: Row[]; until: number }

/**
 * Conversations as the desk shows them. A row keeps what its visitor was last told; whether it is
 * marked as a message that was left follows from who is on duty, as on the visitor's own page.
 */
export const asTheyStand = async <Row extends ConversationRow>(
  desk: Reads,
  rows: readonly Row[],
): Promise<Stands<Row>> => {
  const now = desk.clock.now()
  const stand = await Promise.all(rows.map((row) => asItStands(desk, row, now)))
  return {
    rows: stand.map(({ row }) => row),
    until: Math.min(...stand.map(({ until }) => until)),
  }
}

const asItStands = async <Row extends ConversationRow>(desk: Reads, row: Row, now: number) => {
  if (!isInLine(row)) return { row, until: Number.POSITIVE_INFINITY }
  const [all, attended] = await Promise.all([
    desk.departments.all(),
    desk.attendance.attended(row.department),
  ])
  const patience = all.find(({ id }) => id === row.department)?.timings.patience ?? 0
  const left = isLeft(row, { attended, patience }, now)
  const hopes = row.state === 'left' && !left
  return {
    row: { ...row, state: left ? ('left' as const) : ('waiting' as const) },
    until: hopes ? promisedUntil(row, { patience }) : Number.POSITIVE_INFINITY,
  }
}

/** In which of these departments anybody is on duty: what the marks of their lines lean on. */
export const staffedOf = async (
  { attendance }: Pick<Reads, 'attendance'>,
  departments: readonly string[],
): Promise<string> => String(await Promise.all(departments.map((id) => attendance.attended(id))))
