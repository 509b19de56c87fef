import { addressOf } from '../../actors/address'
import { isDeepEqual } from '../../actors/equal'
import type { Fact } from '../../actors/facts'
import { COUNTED, type Figures } from '../store/ports/conversations'
import type { Reads } from './reads'
import { SharedReads } from './shared-reads'

type Needed = Pick<Reads, 'store' | 'bus' | 'clock' | 'log'>

const DEPARTMENTS = addressOf('department', '')
const newsKinds: ReadonlySet<Fact['what']> = new Set(['line', 'held', 'closed'])

/** How many conversations somebody looks at on this node, by department: read once for all who do. */
export class DepartmentFigures extends SharedReads<Figures> {
  private readonly needed: Needed
  private readonly unsubscribe: () => void

  constructor(desk: Needed) {
    super(desk)
    this.needed = desk
    this.unsubscribe = desk.bus.subscribeAll(({ topic, what }) => {
      if (newsKinds.has(what) && topic.startsWith(DEPARTMENTS))
        this.ask(topic.slice(DEPARTMENTS.length))
    })
  }

  override close(): void {
    super.close()
    this.unsubscribe()
  }

  protected override async read(keys: readonly string[]) {
    const read = await this.needed.store.conversations.figures(keys)
    const found = new Map(read.map((figures) => [figures.department, figures]))
    return new Map(
      keys.map((department) => {
        const now = found.get(department) ?? { department, team: 0, closed: 0, all: 0 }
        const before = this.before(department)
        return [department, before && isDeepEqual(before, now) ? before : now] as const
      }),
    )
  }
}

/** Those of several departments as one; of very many one more than is counted. */
export const sumOf = (all: readonly Figures[]) => {
  const sum = (what: 'team' | 'closed' | 'all') =>
    Math.min(
      COUNTED + 1,
      all.reduce((total, figures) => total + figures[what], 0),
    )
  return { team: sum('team'), closed: sum('closed'), all: sum('all') }
}
