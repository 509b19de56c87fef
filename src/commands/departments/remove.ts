import { DEFAULT_DEPARTMENT } from '../../../actors/department/default'
import { isProblem, type Problem } from '../../../actors/problem'
import { isActive } from '../../../actors/summary'
import type { Desk } from '../desk'
import { send } from './send'

/** Why a department stays: it is the only one, or who answers there and how many are open. */
export type Needed = 'only' | { agents: readonly string[]; conversations: number }

/**
 * Hides a department from every choice; its history keeps its name, and restoring brings it back.
 * Refused while it has agents or open conversations: then it answers those. A visitor who asks in
 * this very moment waits in its line, which admins see. Null when it is removed, before too.
 * Problems: conflict `parked`.
 */
export const removeDepartment = async (
  desk: Desk,
  id: string,
): Promise<null | Needed | Problem> => {
  const { accounts } = desk.store
  const others = (await desk.store.departments.all()).filter(
    (one) => one.id !== id && isActive(one),
  )
  if (others.length === 0) return 'only'
  const [all, conversations] = [
    await desk.store.agents.all(),
    await desk.store.conversations.openCount(id),
  ]
  const agents = all.flatMap(({ name, departments }) => (departments.includes(id) ? [name] : []))
  if (agents.length > 0 || conversations > 0) return { agents, conversations }
  const sent = await send(desk, id, { type: 'removed', at: desk.clock.now() })
  if (isProblem(sent)) return sent
  if ((await accounts.setting(DEFAULT_DEPARTMENT)) === id)
    await accounts.setSetting(DEFAULT_DEPARTMENT, null)
  return null
}
