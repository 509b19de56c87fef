import type { AgentRow } from '../summary'

/** Under which name the desk keeps the department it was told to use for whoever names none. */
export const DEFAULT_DEPARTMENT = 'defaultDepartment'

/** Whether anybody belongs to a department who may answer there, on duty or not. */
export const isManned = (
  department: string,
  agents: readonly Pick<AgentRow, 'mayReply' | 'departments'>[],
): boolean =>
  agents.some(({ mayReply, departments }) => mayReply && departments.includes(department))

/**
 * Those that a visitor may choose from: where somebody answers, and the one they get without
 * choosing.
 */
export const offeredOf = <Department extends { id: string; createdAt: number }>(
  departments: readonly Department[],
  agents: readonly Pick<AgentRow, 'mayReply' | 'departments'>[],
  chosen: string | undefined,
): Department[] => {
  const first = defaultOf(departments, agents, chosen)
  return departments.filter((one) => one === first || isManned(one.id, agents))
}

/**
 * The department of a visitor who names none: the chosen one, else the first that was made. One
 * without agents, where nobody would ever come, only while all are without.
 */
export const defaultOf = <Department extends { id: string; createdAt: number }>(
  departments: readonly Department[],
  agents: readonly Pick<AgentRow, 'mayReply' | 'departments'>[],
  chosen: string | undefined,
): Department | undefined => {
  const manned = departments.filter(({ id }) => isManned(id, agents))
  const inQuestion = manned.length > 0 ? manned : departments
  const [first] = inQuestion.toSorted((one, other) => one.createdAt - other.createdAt)
  return inQuestion.find(({ id }) => id === chosen) ?? first
}
