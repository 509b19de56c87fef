import { isDeepEqual } from '../../actors/equal'
import {
  COUNTED,
  type Figures,
  type InboxRow,
  type LineRows,
  type QueuedRow,
} from '../store/ports/conversations'
import { withQueueStatus } from './queue-status'
import type { Reads } from './reads'
import { stableRows } from './stable-rows'

/** One of a line as the lists show it, and by what lines are merged. */
export type Queued = { id: string; row: InboxRow } & Pick<QueuedRow, 'place' | 'lane' | 'rank'>

/** The head of a department's line as it stands now, or what stands from a place further back. */
export type QueueHead = {
  department: string
  from: number
  rows: readonly Queued[]
  count: number
  /** What else is counted of its department; left out of what stands further back. */
  figures?: Figures
  /** Whether anybody is on duty there. */
  staffed: boolean
  /** Until when its marks hold though nothing rings, ms UTC. */
  until: number
}

/** A head as it stands now, or what begins with a place further back; `before` is the one before it. */
export const headWithStatus = async (
  desk: Pick<Reads, 'clock' | 'onDuty' | 'departments'>,
  { department, count, rows, figures }: LineRows & { figures?: Figures },
  from: number,
  before?: QueueHead,
): Promise<QueueHead> => {
  const { rows: marked, until } = await withQueueStatus(desk, rows)
  const queued = marked.map(({ place, lane, rank, since: _since, ...row }) => ({
    id: row.id,
    row,
    place,
    lane,
    rank,
  }))
  return {
    ...{ department, from },
    rows: stableQueue(before?.rows ?? [], queued),
    count,
    ...(figures ? { figures } : {}),
    staffed: await desk.onDuty.isStaffed(department),
    until,
  }
}

export const isSameHead = (one: QueueHead, other: QueueHead): boolean =>
  one.rows === other.rows &&
  one.count === other.count &&
  isDeepEqual(one.figures, other.figures) &&
  one.staffed === other.staffed &&
  one.until === other.until

/** A row stays the same object though its place is another. */
const stableQueue = (before: readonly Queued[], queued: readonly Queued[]): readonly Queued[] => {
  const rows = stableRows(
    before.map(({ row }) => row),
    queued.map(({ row }) => row),
  )
  return stableRows(
    before,
    queued.map((one, n) => ({ ...one, row: rows[n] ?? one.row })),
  )
}

/** The figures of several departments as one; of very many one more than is counted. */
export const figuresOf = (heads: readonly QueueHead[]): Figures => {
  const sum = (what: keyof Figures) =>
    Math.min(
      COUNTED + 1,
      heads.reduce((total, { figures }) => total + (figures?.[what] ?? 0), 0),
    )
  return { team: sum('team'), due: sum('due'), closed: sum('closed'), all: sum('all') }
}
