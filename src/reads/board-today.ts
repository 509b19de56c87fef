import { localHourOf } from '../../actors/figures/calendar'
import type { Stop } from '../clock'
import type { Sum } from '../store/ports/episodes'
import { DepartmentReads, type ReadsDesk } from './department-reads'
import { deskZone } from './desk-zone'

/** How often it is looked what was counted since, ms. */
const TICK_MS = 5_000
const WEEK_DAYS = 7

/** What began on this day by its hours, and on the same day a week before. */
export type DepartmentToday = { hours: readonly Sum[]; before: readonly Sum[] }

export const readToday = async (
  { episodes }: ReadsDesk['store'],
  department: string,
  now: number,
): Promise<DepartmentToday> => {
  const { day } = localHourOf(now, deskZone)
  const on = (day: number) =>
    episodes.sums({ from: day, until: day, departments: [department], only: {} }, 'hour')
  const [hours, before] = await Promise.all([on(day), on(day - WEEK_DAYS)])
  return { hours: inOrder(hours), before: inOrder(before) }
}

const inOrder = (sums: readonly Sum[]): Sum[] =>
  sums.toSorted((one, other) => Number(one.key) - Number(other.key))

/** The same for boards on this node: read once for all who look. */
export class TodayBoards extends DepartmentReads<DepartmentToday> {
  private readonly clock: ReadsDesk['clock']
  private readonly stopTicking: Stop

  constructor(desk: ReadsDesk) {
    // What is counted says nothing of itself: it follows what happened by a moment.
    super(desk, [])
    this.clock = desk.clock
    this.stopTicking = desk.clock.every(TICK_MS, () => this.invalidate())
  }

  override close(): void {
    super.close()
    this.stopTicking()
  }

  protected override async read(keys: readonly string[]) {
    const now = this.clock.now()
    const read = await Promise.all(
      keys.map(async (key) => [key, await readToday(this.store, key, now)] as const),
    )
    return new Map(read.map(([key, today]) => [key, this.asBefore(key, today)] as const))
  }
}
