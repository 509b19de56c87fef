import { DEFAULT_DEPARTMENT, defaultOf, offeredOf } from '../../../actors/department/default'
import { type DepartmentRow, isActive } from '../../../actors/summary'
import type { Desk } from '../desk'

/**
 * The department of somebody who names none; undefined on a desk without any. A new agent gets the
 * one that was chosen also while nobody belongs to it: with them somebody does.
 */
export const defaultDepartment = async (
  { store }: Pick<Desk, 'store'>,
  somebody: 'visitor' | 'agent',
): Promise<DepartmentRow | undefined> => {
  const all = (await store.departments.all()).filter(isActive)
  if (all.length < 2) return all[0]
  const [agents, chosen] = await Promise.all([
    store.agents.all(),
    store.accounts.setting(DEFAULT_DEPARTMENT),
  ])
  const own = somebody === 'agent' ? all.find(({ id }) => id === chosen) : undefined
  return own ?? defaultOf(all, agents, chosen)
}

/** Whether a visitor has several departments to choose from. */
export const hasChoice = async ({ store }: Pick<Desk, 'store'>): Promise<boolean> => {
  const [all, agents, chosen] = await Promise.all([
    store.departments.all(),
    store.agents.all(),
    store.accounts.setting(DEFAULT_DEPARTMENT),
  ])
  return offeredOf(all.filter(isActive), agents, chosen).length > 1
}
