import { z } from 'zod'
import { agentSettings } from '../../../actors/agent/settings'
import { holding } from '../../../actors/holds'
import type { Staff } from '../../../actors/people'
import { isProblem, Problem } from '../../../actors/problem'
import { typedChanges } from '../../../actors/typed-settings'
import { allows } from '../../policies/permissions'
import type { Desk } from '../desk'
import { email, neededName } from '../input'
import { read } from '../input/read'
import { changeAccount, roleId } from './change'
import { noneMissing, ticked } from './invite'

/** What the office changes of somebody; what is left out stays. `version` is of what was looked at. */
export const personForm = z.strictObject({
  version: holding('value', z.string().max(64)).optional(),
  name: neededName.optional(),
  email: email.optional(),
  role: roleId.optional(),
  departments: ticked.optional(),
  ...typedChanges(agentSettings.fields),
})

type Colleague = {
  id: string
  /** Which version it is of now; undefined when they are gone. */
  versionNow: () => Promise<string | undefined>
}

/**
 * Changes a colleague. Who may not manage accounts leaves the address and the role as they are. Answers
 * the account's id.
 * Problems: those of `changeAccount`, invalid (field) | `placeMissing`, forbidden `notAllowed`, conflict
 * `changedMeanwhile`.
 */
export const changePerson = async (
  desk: Desk,
  by: Staff,
  { id, versionNow }: Colleague,
  input: unknown,
): Promise<string | Problem> => {
  const form = read(personForm, input)
  if (isProblem(form)) return form
  const { version, email, role, name, departments, ...settings } = form
  const isAccount = email !== undefined || role !== undefined
  if (isAccount && !allows(by, 'accounts.manage')) return new Problem('forbidden', 'notAllowed')
  const none = noneMissing(departments)
  if (none) return none
  const unless = async () =>
    version === undefined || version === (await versionNow())
      ? null
      : new Problem('conflict', 'changedMeanwhile')
  const change = { email, role, place: { name, departments, ...settings } }
  return changeAccount(desk, { id }, change, { by, unless })
}
