import { DEFAULT_DEPARTMENT } from '../../actors/department/default'
import type { AgentRow } from '../../actors/summary'
import type { Store } from '../store/store'

/** Who belongs where, and which department was chosen for whoever names none. */
export type Staffing = { agents: readonly AgentRow[]; chosen: string | undefined }

/** Where it does not matter. */
export const nobody: Staffing = { agents: [], chosen: undefined }

/** Rejects with `Unavailable`, as every read does. */
export const readStaffing = async (store: Store): Promise<Staffing> => {
  const [agents, chosen] = await Promise.all([
    store.agents.all(),
    store.accounts.setting(DEFAULT_DEPARTMENT),
  ])
  return { agents, chosen }
}
