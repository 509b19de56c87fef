import { routingFields } from '../../actors/department/settings'
import { linesIn } from '../../actors/settings'
import { type DepartmentRow, isActive } from '../../actors/summary'
import type { RoutingDetails } from '../../views/office/routing'
import type { Store } from '../store/store'
import { editable } from './editable'

/** By which rules who waits in a department is next, and with whom. */
export const readRouting = async (
  store: Pick<Store, 'departments' | 'agents'>,
  { id, name, settings }: DepartmentRow,
): Promise<RoutingDetails> => {
  const [rows, agents] = await Promise.all([store.departments.all(), store.agents.all()])
  const active = rows.filter(isActive)
  return {
    ...{ id, name, form: editable(routingFields, settings) },
    others: active.filter((one) => one.id !== id).map((one) => ({ id: one.id, name: one.name })),
    from: active.filter((one) => one.settings.overflowTo === id).map((one) => one.name),
    people: agents
      .filter(({ departments }) => departments.includes(id))
      .map((one) => ({
        ...{ id: one.id, name: one.name },
        languages: linesIn(one.settings.languages),
        skills: linesIn(one.settings.skills),
      })),
  }
}
