import { addressOf } from '../../actors/address'
import type { Stop } from '../clock'
import type { InboxRow } from '../store/ports/conversations'
import { DepartmentReads, type ReadsDesk } from './department-reads'

/** How many of a department are shown; and how often it is looked what time alone has made late, ms. */
export const MOST_DUE = 50
const TICK_MS = 1_000
const REST_MS = 500
const CONVERSATIONS = addressOf('conversation', '')

export type DueRow = Pick<InboxRow, 'id' | 'visitorName' | 'agentName' | 'sla'> & {
  /** Its time is over, and not only soon. */
  late: boolean
}

/** Of one department, those whose promised time is over or soon will be: the first is the one that ends first. */
export const readDue = async (
  { conversations }: ReadsDesk['store'],
  department: string,
  now: number,
): Promise<DueRow[]> => {
  const filter = { departments: [department], sla: { is: 'due', at: now } } as const
  const rows = await conversations.matching(filter, undefined, MOST_DUE)
  return rows.map(({ id, visitorName, agentName, sla }) => ({
    ...{ id, visitorName, agentName, sla },
    late: sla !== null && (sla.dueAt === null ? sla.left <= 0 : sla.dueAt <= now),
  }))
}

/** The same for boards on this node: read once for all who look. */
export class DueBoards extends DepartmentReads<readonly DueRow[]> {
  private readonly clock: ReadsDesk['clock']
  private readonly stops: Stop[]

  constructor(desk: ReadsDesk) {
    super(desk, ['line', 'held'], REST_MS)
    this.clock = desk.clock
    const look = () => {
      for (const key of this.keys()) this.ask(key, REST_MS)
    }
    this.stops = [
      desk.clock.every(TICK_MS, look),
      // An answer stops a clock, and is no news of its department.
      desk.bus.subscribeAll(({ topic, what }) => {
        if (what === 'state' && topic.startsWith(CONVERSATIONS)) look()
      }),
    ]
  }

  override close(): void {
    super.close()
    for (const stop of this.stops) stop()
  }

  protected override async read(keys: readonly string[]) {
    const now = this.clock.now()
    const read = await Promise.all(
      keys.map(async (key) => [key, await readDue(this.store, key, now)] as const),
    )
    return new Map(read.map(([key, rows]) => [key, this.asBefore(key, rows)] as const))
  }
}
