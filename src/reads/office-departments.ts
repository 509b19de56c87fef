import { DEFAULT_DEPARTMENT, defaultOf } from '../../actors/department/default'
import { otherFields, routingFields } from '../../actors/department/settings'
import { type AgentRow, type DepartmentRow, isActive } from '../../actors/summary'
import type { DepartmentDetails } from '../../views/office/department'
import type { DepartmentLine, DepartmentLists } from '../../views/office/departments'
import type { Store } from '../store/store'
import { editable, nameVersion } from './editable'

/** What is said of every department, and with what: all of it is read together. */
const readLines = async (store: Store) => {
  const [rows, agents, chosen] = await Promise.all([
    store.departments.all(),
    store.agents.all(),
    store.accounts.setting(DEFAULT_DEPARTMENT),
  ])
  const active = rows.filter(isActive)
  const used = defaultOf(active, agents, chosen)?.id
  const isDefault = (id: string) => {
    if (id === used) return 'yes'
    return id === chosen ? 'withAgents' : 'no'
  }
  const line = ({ id, name, settings }: DepartmentRow): DepartmentLine => {
    const own = membersOf(id, agents).filter(({ mayReply }) => mayReply)
    const onDuty = own.filter(({ status }) => status === 'ready').length
    return { id, name, settings, agents: own.length, onDuty, isDefault: isDefault(id) }
  }
  return { rows, active, agents, line }
}

const membersOf = (id: string, agents: readonly AgentRow[]): AgentRow[] =>
  agents.filter(({ departments }) => departments.includes(id))

/** Every department for the office, by name. */
export const readDepartments = async (store: Store): Promise<DepartmentLists> => {
  const { rows, active, line } = await readLines(store)
  const removed = rows.filter((row) => !isActive(row))
  return { active: active.map(line), removed: removed.map(line) }
}

/** One of them, with who belongs to it and what it is still needed for. */
export const readDepartment = async (
  store: Store,
  row: DepartmentRow,
): Promise<DepartmentDetails> => {
  const [{ active, agents, line }, open] = await Promise.all([
    readLines(store),
    store.conversations.openCount(row.id),
  ])
  return {
    ...line(row),
    isRemoved: !isActive(row),
    people: membersOf(row.id, agents).map(({ id, name, status, awayFor, departments }) => ({
      ...{ id, name, status, awayFor },
      canLeave: departments.length > 1,
    })),
    others: agents
      .filter(({ departments }) => !departments.includes(row.id))
      .map(({ id, name }) => ({ id, name })),
    open,
    isOnly: active.every(({ id }) => id === row.id),
    form: editable(otherFields, row.settings),
    routing: editable(routingFields, row.settings).values,
    overflowsTo: active.find((one) => one.id === row.settings.overflowTo)?.name,
    nameVersion: nameVersion(row.name),
  }
}
