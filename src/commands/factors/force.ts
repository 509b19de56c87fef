import { z } from 'zod'
import { isBuiltIn, type Role } from '../../../actors/people'
import { isProblem, Problem } from '../../../actors/problem'
import { refreshPagesOf } from '../accounts/account-ref'
import { auditRow, commandLine } from '../audit'
import type { Desk } from '../desk'
import { read } from '../input/read'
import { type By, roleOf, whyAbove } from '../roles/of'

export const forceForm = z.strictObject({ second_factor: z.enum(['required', 'optional']) })
export type Forcing = z.output<typeof forceForm>['second_factor']

/** Whether who has a role comes in with a second factor only. */
export const isForced = async ({ store }: Pick<Desk, 'store'>, role: Role): Promise<boolean> =>
  (await store.factors.forced()).includes(role)

/**
 * Says whether who has a role needs a second factor. Who has none is led to set one up, in sessions that are open
 * too, and nothing else opens for them until then. Answers the role's id.
 * Problems: invalid (field), missing, forbidden `mayMoreThanYou`.
 */
export const forceFactor = async (
  desk: Desk,
  id: Role,
  input: unknown,
  by: By = null,
): Promise<string | Problem> => {
  const form = read(forceForm, input)
  if (isProblem(form)) return form
  const role = await roleOf(desk, id)
  if (!role) return new Problem('missing', 'missing')
  const above = whyAbove(by, role)
  if (above) return above
  const wanted = form.second_factor === 'required'
  const before = await isForced(desk, id)
  if (before === wanted) return id
  const name = isBuiltIn(id) ? id : ((await desk.store.roles.find(id))?.name ?? id)
  const detail = {
    value: name,
    'was.second_factor': before ? 'required' : 'optional',
    'is.second_factor': form.second_factor,
  }
  const told = auditRow(desk, by ?? commandLine, 'roleChanged', `role:${id}`, detail)
  await desk.store.factors.force(id, wanted, told)
  for (const one of await desk.store.accounts.all())
    if (one.role === id) refreshPagesOf(desk, one.id)
  return id
}
