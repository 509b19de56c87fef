import type { Staff } from '../../actors/people'
import { type AgentRow, type DepartmentRow, isActive } from '../../actors/summary'
import type { Board, BoardAgent } from '../../views/office/board'
import { allows } from '../policies/permissions'
import type { Store } from '../store/store'

/** Who waits and who holds what, in the departments that somebody may look into. */
export const readBoard = async (store: Store, person: Staff): Promise<Board> => {
  const sees = seesOf(person)
  const [departments, agents] = await Promise.all([store.departments.all(), store.agents.all()])
  const shown = departments.filter((row) => isActive(row) && sees(row.id))
  const own = agents.filter(
    (agent) => agent.departments.some(sees) && (agent.load > 0 || agent.mayReply),
  )
  const [lines, holders] = await Promise.all([
    linesOf(store, shown),
    Promise.all(own.map((agent) => holderOf(store, agent, sees))),
  ])
  return { lines, agents: holders }
}

type Sees = (department: string) => boolean

const seesOf = (person: Staff): Sees =>
  allows(person, 'conversations.watch.all')
    ? () => true
    : (department) => person.departments.includes(department)

const linesOf = async (store: Store, departments: readonly DepartmentRow[]) => {
  const heads = await store.conversations.lineHeads(
    departments.map(({ id }) => id),
    1,
  )
  const headOf = new Map(heads.map((head) => [head.department, head]))
  return departments.map(({ id, name }) => {
    const head = headOf.get(id)
    return { id, name, waiting: head?.count ?? 0, since: head?.rows[0]?.since ?? null }
  })
}

/** What is of a department that they may not look into counts, and is not named. */
const holderOf = async (store: Store, agent: AgentRow, sees: Sees): Promise<BoardAgent> => {
  const held = agent.load > 0 ? await store.conversations.held(agent.id) : []
  const { id, name, status, present, load, settings } = agent
  return {
    ...{ id, name, status, present, load, capacity: settings.capacity },
    holds: held
      .filter(({ department }) => sees(department))
      .map(({ id, visitorName, state }) => ({ id, visitorName, state })),
  }
}
