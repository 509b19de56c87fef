import { DEFAULT_DEPARTMENT, defaultOf, isManned } from '../../../actors/department/default'
import type { DepartmentSettings } from '../../../actors/department/settings'
import { isActive } from '../../../actors/summary'
import type { Store } from '../../store/store'
import type { Listing } from '../output'

/** A department as it works; `patience`, `accept` and `silence` in ms. */
type DepartmentLine = DepartmentSettings & {
  id: string
  name: string
  agents: number
  isDefault: 'yes' | 'once it has agents' | 'no'
}

/** Every department that is in use, as tables and programs are told of it. */
export const departmentListing: Listing<DepartmentLine> = {
  read: async ({ agents: agentRows, departments, accounts }: Store) => {
    const all = (await departments.all()).filter(isActive)
    const agents = await agentRows.all()
    const chosen = await accounts.setting(DEFAULT_DEPARTMENT)
    const used = defaultOf(all, agents, chosen)?.id
    const isDefault = (id: string) => {
      if (id === used) return 'yes'
      return id === chosen ? 'once it has agents' : 'no'
    }
    return all.map(({ id, name, settings }) => ({
      ...{ id, name, ...settings },
      agents: agents.filter((agent) => isManned(id, [agent])).length,
      isDefault: isDefault(id),
    }))
  },
  columns: {
    name: ({ name }) => name,
    acceptance: ({ acceptance }) => acceptance,
    strategy: ({ strategy }) => strategy,
    agents: ({ agents }) => String(agents),
    default: ({ isDefault }) => (isDefault === 'no' ? '' : isDefault),
  },
}
