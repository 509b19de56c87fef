import { addressOf } from '../../actors/address'
import { isDeepEqual } from '../../actors/equal'
import type { Fact } from '../../actors/facts'
import { COUNTED, type Figures } from '../store/ports/conversations'
import { DUE_TICK_MS } from './found-lists'
import type { Reads } from './reads'
import { SharedReads } from './shared-reads'

type Needed = Pick<Reads, 'store' | 'bus' | 'clock' | 'log'>

const DEPARTMENTS = addressOf('department', '')
const newsKinds: ReadonlySet<Fact['what']> = new Set(['line', 'held', 'closed'])

/** How many conversations somebody looks at on this node, by department: read once for all who do. */
export class DepartmentFigures extends SharedReads<Figures> {
  private readonly needed: Needed
  private readonly unsubscribe: () => void
  private readonly stopTicking: () => void

  constructor(desk: Needed) {
    super(desk)
    this.needed = desk
    // What is due becomes so by itself.
    this.stopTicking = desk.clock.every(DUE_TICK_MS, () => this.invalidate())
    this.unsubscribe = desk.bus.subscribeAll(({ topic, what }) => {
      if (newsKinds.has(what) && topic.startsWith(DEPARTMENTS))
        this.ask(topic.slice(DEPARTMENTS.length))
    })
  }

  override close(): void {
    super.close()
    this.unsubscribe()
    this.stopTicking()
  }

  protected override async read(keys: readonly string[]) {
    const { store, clock } = this.needed
    const read = await store.conversations.figures(keys, clock.now())
    const found = new Map(read.map((figures) => [figures.department, figures]))
    return new Map(
      keys.map((department) => {
        const now = found.get(department) ?? { department, team: 0, due: 0, closed: 0, all: 0 }
        const before = this.before(department)
        return [department, before && isDeepEqual(before, now) ? before : now] as const
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
