import { z } from 'zod'
import { agentSettings } from '../../../actors/agent/settings'
import { holding } from '../../../actors/holds'
import { isProblem, Problem } from '../../../actors/problem'
import { typedChanges } from '../../../actors/typed-settings'
import { hireAgent } from '../agents/hire'
import { departmentProblem } from '../agents/seat'
import { auditRow, commandLine } from '../audit'
import type { Desk } from '../desk'
import { differences } from '../differences'
import { email, neededName } from '../input'
import { read } from '../input/read'
import { type By, roleOf, whyNotGiven } from '../roles/of'
import { roleId } from './change'
import { accountProblem } from './create'
import { accountWords } from './values'

/** Some of a list that was ticked: several fields of one name, or one with commas. */
export const ticked = holding('value', z.union([z.array(z.string().max(64)), z.string().max(8000)]))
  .transform((typed) => (typeof typed === 'string' ? typed.split(/[\s,]+/) : typed))
  .transform((ids) => [...new Set(ids.filter((id) => id !== ''))])

/** What makes somebody a colleague: they set their password themself, by a link. */
export const inviteForm = z.strictObject({
  name: neededName,
  email,
  role: roleId.default('agent'),
  departments: ticked,
  ...typedChanges(agentSettings.fields),
})

/**
 * Makes an account with a place at the desk and without a password. Answers its id.
 * Problems: invalid (field) | `placeMissing` | `departmentUnknown` | `roleUnknown`, forbidden
 * `mayMoreThanYou`, conflict `emailTaken`.
 */
export const inviteColleague = async (
  desk: Desk,
  input: unknown,
  by: By = null,
): Promise<string | Problem> => {
  const form = read(inviteForm, input)
  if (isProblem(form)) return form
  const { name, email, role, departments, ...settings } = form
  const refused =
    (await accountProblem(desk, { name, email })) ??
    whyNotGiven(by, await roleOf(desk, role)) ??
    noneMissing(departments) ??
    (await departmentProblem(desk, departments))
  if (refused) return refused
  const place = { departments, settings: agentSettings.initial }
  const { role: as, departments: where } = await accountWords(desk, { name, email, role }, place)
  const detail = { value: name, ...differences(undefined, { role: as, departments: where }) }
  return hireAgent(desk, { name, email }, { ...settings, departments }, role, ({ id }) =>
    auditRow(desk, by ?? commandLine, 'accountMade', `account:${id}`, detail),
  )
}

/** Nobody answers nowhere. */
export const noneMissing = (departments: readonly string[] | undefined): Problem | null =>
  departments?.length === 0
    ? new Problem('invalid', 'placeMissing', { field: 'departments' })
    : null
