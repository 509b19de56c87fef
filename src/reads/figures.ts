import type { Stop } from '../clock'
import { COUNTED, type Figures } from '../store/ports/conversations'
import { DepartmentReads, type ReadsDesk } from './department-reads'
import { DUE_TICK_MS } from './found-lists'

/** How many conversations somebody looks at on this node, by department: read once for all who do. */
export class DepartmentFigures extends DepartmentReads<Figures> {
  private readonly clock: ReadsDesk['clock']
  private readonly stopTicking: Stop

  constructor(desk: ReadsDesk) {
    super(desk, ['line', 'held', 'closed'])
    this.clock = desk.clock
    // What is due becomes so by itself.
    this.stopTicking = desk.clock.every(DUE_TICK_MS, () => this.invalidate())
  }

  override close(): void {
    super.close()
    this.stopTicking()
  }

  protected override async read(keys: readonly string[]) {
    const read = await this.store.conversations.figures(keys, this.clock.now())
    const found = new Map(read.map((figures) => [figures.department, figures]))
    return new Map(
      keys.map((department) => {
        const now = found.get(department) ?? { department, team: 0, due: 0, closed: 0, all: 0 }
        return [department, this.asBefore(department, now)] as const
      }),
    )
  }
}

/** Those of several departments as one; of very many one more than is counted. */
export const sumOf = (all: readonly Figures[]) => {
  const sum = (what: 'team' | 'due' | 'closed' | 'all') =>
    Math.min(
      COUNTED + 1,
      all.reduce((total, figures) => total + figures[what], 0),
    )
  return { team: sum('team'), due: sum('due'), closed: sum('closed'), all: sum('all') }
}
