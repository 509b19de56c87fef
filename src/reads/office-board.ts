import type { Staff } from '../../actors/people'
import { type AgentRow, type DepartmentRow, isActive } from '../../actors/summary'
import type { Board, BoardAgent } from '../../views/office/board'
import { type DepartmentBoard, readBoards } from './boards'
import { departmentsOf } from './department-names'
import type { Reads } from './reads'

/** The departments that somebody may look into, those that are no more left out. */
export const boardDepartments = async (
  desk: Pick<Reads, 'departments'>,
  person: Staff,
): Promise<readonly DepartmentRow[]> => {
  const seen = new Set(await departmentsOf(desk, person))
  return (await desk.departments.all()).filter((row) => isActive(row) && seen.has(row.id))
}

/** Who waits and who holds what, in the departments that somebody may look into. */
export const readBoard = async (
  desk: Pick<Reads, 'store' | 'departments' | 'clock'>,
  person: Staff,
): Promise<Board> => {
  const departments = await boardDepartments(desk, person)
  const read = await readBoards(
    desk.store,
    departments.map(({ id }) => id),
    desk.clock.now(),
  )
  return boardOf(departments, (id) => read.get(id))
}

/** What departments hold, as one board. */
export const boardOf = (
  departments: readonly Pick<DepartmentRow, 'id' | 'name'>[],
  of: (id: string) => DepartmentBoard | undefined,
): Board => {
  const boards = departments.flatMap(({ id }) => of(id) ?? [])
  const agents = new Map(boards.flatMap((each) => each.agents.map((agent) => [agent.id, agent])))
  const held = boards.flatMap((each) => each.held)
  return {
    lines: departments.map(({ id, name }) => {
      const { waiting = 0, since = null } = of(id) ?? {}
      return { id, name, waiting, since }
    }),
    agents: [...agents.values()]
      .filter(({ load, mayReply }) => load > 0 || mayReply)
      .sort((one, other) => (one.name < other.name ? -1 : 1))
      .map((agent) => holderOf(agent, held)),
  }
}

/** What is of a department that they may not look into counts, and is not named. */
const holderOf = (agent: AgentRow, held: DepartmentBoard['held']): BoardAgent => {
  const { id, name, status, present, load, settings } = agent
  return {
    ...{ id, name, status, present, load, capacity: settings.capacity },
    holds: held
      .filter((one) => (one.state === 'active' ? one.agent : one.offeredTo) === id)
      .map(({ id, visitorName, state }) => ({ id, visitorName, state })),
  }
}
