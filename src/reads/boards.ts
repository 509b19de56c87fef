import { addressOf } from '../../actors/address'
import { isDeepEqual } from '../../actors/equal'
import type { Fact } from '../../actors/facts'
import type { AgentRow } from '../../actors/summary'
import type { InHands } from '../store/ports/conversations'
import type { Store } from '../store/store'
import type { Reads } from './reads'
import { SharedReads } from './shared-reads'

type Needed = Pick<Reads, 'store' | 'bus' | 'clock' | 'log'>

/** How often a department is read at most, ms. */
const REST_MS = 500
/** What is in hands is read so far, in all departments that are read at once. */
const MOST_HELD = 5_000

const DEPARTMENTS = addressOf('department', '')
const newsKinds: ReadonlySet<Fact['what']> = new Set(['line', 'held', 'floor'])

/** What goes on in a department: its line, what is in hands or rings there, and who answers. */
export type DepartmentBoard = {
  waiting: number
  /** Since when the first of its line waits, ms UTC; null when nobody does. */
  since: number | null
  held: readonly InHands[]
  agents: readonly AgentRow[]
}

/** Those of several departments, in one read, whatever changed in which of them. */
export const readBoards = async (
  { conversations, agents }: Pick<Store, 'conversations' | 'agents'>,
  departments: readonly string[],
): Promise<Map<string, DepartmentBoard>> => {
  const [heads, held, everybody] = await Promise.all([
    conversations.lineHeads(departments, 1),
    conversations.inHands(departments, MOST_HELD),
    agents.all(),
  ])
  const headOf = new Map(heads.map((head) => [head.department, head]))
  const heldIn = Map.groupBy(held, ({ department }) => department)
  return new Map(
    departments.map((id) => [
      id,
      {
        waiting: headOf.get(id)?.count ?? 0,
        since: headOf.get(id)?.rows[0]?.since ?? null,
        held: heldIn.get(id) ?? [],
        agents: everybody.filter((agent) => agent.departments.includes(id)),
      },
    ]),
  )
}

/** The departments that somebody has on a board on this node: read once for all who look. */
export class Boards extends SharedReads<DepartmentBoard> {
  private readonly needed: Needed
  private readonly unsubscribe: () => void

  constructor(desk: Needed) {
    super(desk)
    this.needed = desk
    this.unsubscribe = desk.bus.subscribeAll(({ topic, what }) => {
      if (newsKinds.has(what) && topic.startsWith(DEPARTMENTS))
        this.ask(topic.slice(DEPARTMENTS.length), REST_MS)
    })
  }

  override close(): void {
    super.close()
    this.unsubscribe()
  }

  protected override async read(keys: readonly string[]) {
    const read = await readBoards(this.needed.store, keys)
    return new Map(
      [...read].map(([id, now]) => {
        const before = this.before(id)
        return [id, before && isDeepEqual(before, now) ? before : now] as const
      }),
    )
  }
}
