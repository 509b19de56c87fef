import { localHourOf } from '../../actors/figures/calendar'
import { sumOfMeasures } from '../../actors/figures/measures'
import type { Staff } from '../../actors/people'
import { type AgentRow, type DepartmentRow, isActive } from '../../actors/summary'
import type { Board, BoardAgent, BoardHour } from '../../views/office/board/shown'
import type { Sum } from '../store/ports/episodes'
import { type DueRow, readDue } from './board-due'
import { type DepartmentToday, readToday } from './board-today'
import { type DepartmentBoard, readBoards } from './boards'
import { departmentsOf } from './department-names'
import { deskZone } from './desk-zone'
import type { Reads } from './reads'

/** The departments that somebody may look into, those that are no more left out. */
export const boardDepartments = async (
  desk: Pick<Reads, 'departments'>,
  person: Staff,
): Promise<readonly DepartmentRow[]> => {
  const seen = new Set(await departmentsOf(desk, person))
  return (await desk.departments.all()).filter((row) => isActive(row) && seen.has(row.id))
}

/** What boards are made of, by department. */
export type BoardRead = {
  board: DepartmentBoard | undefined
  due: readonly DueRow[]
  today: DepartmentToday
}

/** Who waits and who holds what, in the departments that somebody may look into. */
export const readBoard = async (
  { store, departments: all, clock }: Pick<Reads, 'store' | 'departments' | 'clock'>,
  person: Staff,
): Promise<Board> => {
  const departments = await boardDepartments({ departments: all }, person)
  const now = clock.now()
  const ids = departments.map(({ id }) => id)
  const [boards, parts] = await Promise.all([
    readBoards(store, ids, now),
    Promise.all(
      ids.map(async (id) => {
        const [due, today] = await Promise.all([readDue(store, id, now), readToday(store, id, now)])
        return [id, { due, today }] as const
      }),
    ),
  ])
  const others = new Map(parts)
  return boardOf(departments, now, (id) => {
    const { due = [], today = { hours: [], before: [] } } = others.get(id) ?? {}
    return { board: boards.get(id), due, today }
  })
}

/** What departments hold, as one board. */
export const boardOf = (
  departments: readonly Pick<DepartmentRow, 'id' | 'name'>[],
  now: number,
  of: (id: string) => BoardRead,
): Board => {
  const reads = new Map(departments.map(({ id }) => [id, of(id)]))
  const boards = [...reads.values()].flatMap(({ board }) => board ?? [])
  const { hour } = localHourOf(now, deskZone)
  const agents = new Map(boards.flatMap((each) => each.agents.map((agent) => [agent.id, agent])))
  const held = boards.flatMap((each) => each.held)
  return {
    lines: departments.map(({ id, name }) => {
      const { waiting = 0, since = null } = reads.get(id)?.board ?? {}
      return { id, name, waiting, since }
    }),
    agents: [...agents.values()]
      .filter(({ load, mayReply }) => load > 0 || mayReply)
      .sort((one, other) => (one.name < other.name ? -1 : 1))
      .map((agent) => holderOf(agent, held)),
    due: departments.flatMap(({ id, name }) =>
      (reads.get(id)?.due ?? []).map((one) => ({ ...one, departmentName: name })),
    ),
    today: hoursOf(
      [...reads.values()].map(({ today }) => today),
      hour,
    ),
    hour,
  }
}

const HOURS = 24

/**
 * All departments together, from the first hour in which there is anything to the last, or to this one
 * when it is later. They are two at least, or none: a line needs two ends.
 */
const hoursOf = (days: readonly DepartmentToday[], thisHour: number): BoardHour[] => {
  const at = (sums: readonly Sum[], hour: number) =>
    sums.filter(({ key }) => Number(key) % HOURS === hour).map(({ measures }) => measures)
  const hours = Array.from({ length: HOURS }, (_, hour) => ({
    hour,
    now: sumOfMeasures(days.flatMap((day) => at(day.hours, hour))),
    before: sumOfMeasures(days.flatMap((day) => at(day.before, hour))),
  }))
  const isThere = ({ now, before }: BoardHour) => now.conversations + before.conversations > 0
  const first = hours.findIndex(isThere)
  if (first < 0) return []
  const last = Math.max(hours.findLastIndex(isThere), thisHour, 1)
  return hours.slice(Math.min(first, last - 1), last + 1)
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
