import { agentSettings } from '../../../actors/agent/settings'
import { isBuiltIn } from '../../../actors/people'
import { typedText } from '../../../actors/typed-settings'
import type { Desk } from '../desk'

/** What the office changes of somebody, as it is now and in words, by its fields; undefined when they are gone. */
export const accountValues = async (
  { store }: Pick<Desk, 'store'>,
  id: string,
): Promise<Record<string, string> | undefined> => {
  const account = await store.accounts.byId(id)
  if (!account) return undefined
  const [agent, departments] = await Promise.all([store.agents.find(id), store.departments.all()])
  const { name, email, role } = account
  const own = isBuiltIn(role) ? undefined : await store.roles.find(role)
  const names = departments.filter((one) => agent?.departments.includes(one.id))
  return {
    ...{ name, email, role: own?.name ?? role },
    departments: names.map((one) => one.name).join(', '),
    ...typedText(agentSettings.fields, agent?.settings ?? agentSettings.initial),
  }
}
