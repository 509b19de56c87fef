import { addressOf } from '../../../actors/address'
import { DEFAULT_DEPARTMENT } from '../../../actors/department/default'
import { isActive, REMOVED } from '../../store/ports/departments'
import type { Desk } from '../desk'

/** Why a department stays: it is the only one, or who answers there and how many are open. */
export type Needed = 'only' | { agents: readonly string[]; conversations: number }

/**
 * From now on nobody can choose it. What was asked of it stays as it was, under its name, and it
 * comes back when it is opened again. One who asks in this very moment waits in its line, which
 * admins see. Answers what it is still needed for, and then it stays; null when it is removed.
 */
export const removeDepartment = async (desk: Desk, id: string): Promise<null | Needed> => {
  const { inbox, accounts } = desk.store
  const others = (await inbox.departments()).filter((one) => one.id !== id && isActive(one))
  if (others.length === 0) return 'only'
  const [all, conversations] = [await inbox.agents(), await inbox.openCount(id)]
  const agents = all.flatMap(({ name, departments }) => (departments.includes(id) ? [name] : []))
  if (agents.length > 0 || conversations > 0) return { agents, conversations }
  await accounts.setSetting(REMOVED + id, String(desk.clock.now()))
  if ((await accounts.setting(DEFAULT_DEPARTMENT)) === id)
    await accounts.setSetting(DEFAULT_DEPARTMENT, null)
  desk.bus.publish([{ topic: addressOf('department', id), what: 'state' }])
  return null
}
