import type { AgentRow } from '../../actors/summary'
import type { InHands } from '../store/ports/conversations'
import type { Store } from '../store/store'
import { DepartmentReads, type ReadsDesk } from './department-reads'

/** How often a department is read at most, ms. */
const REST_MS = 500
/** What is in hands is read so far, in all departments that are read at once. */
const MOST_HELD = 5_000

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
  now: number,
): Promise<Map<string, DepartmentBoard>> => {
  const [heads, held, everybody] = await Promise.all([
    conversations.lineHeads(departments, 1, now),
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
export class Boards extends DepartmentReads<DepartmentBoard> {
  constructor(desk: ReadsDesk) {
    super(desk, ['line', 'held', 'floor'], REST_MS)
  }

  protected override async read(keys: readonly string[]) {
    const read = await readBoards(this.store, keys, this.desk.clock.now())
    return new Map([...read].map(([id, now]) => [id, this.asBefore(id, now)] as const))
  }
}
