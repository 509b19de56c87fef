import type { AccountValues } from '../../../actors/account-change'
import type { SeenAgent } from '../../../actors/agent/events'
import { agentSettings } from '../../../actors/agent/settings'
import { isBuiltIn } from '../../../actors/people'
import { typedText } from '../../../actors/typed-settings'
import type { Desk } from '../desk'

/** Their place at the desk, where they have one. */
type Place = Pick<SeenAgent, 'departments' | 'settings'> | undefined

/** What the office changes of somebody, in words and by its fields: what the audit tells. */
export const accountWords = async (
  { store }: Pick<Desk, 'store'>,
  { name, email, role }: AccountValues,
  place: Place,
): Promise<Record<string, string>> => {
  const own = isBuiltIn(role) ? undefined : await store.roles.find(role)
  const departments = place ? await store.departments.all() : []
  const names = departments.filter((one) => place?.departments.includes(one.id))
  return {
    ...{ name, email, role: own?.name ?? role },
    departments: names.map((one) => one.name).join(', '),
    ...typedText(agentSettings.fields, place?.settings ?? agentSettings.initial),
  }
}
