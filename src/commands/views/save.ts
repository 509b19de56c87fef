import { z } from 'zod'
import type { Staff } from '../../../actors/people'
import { isProblem, Problem } from '../../../actors/problem'
import { allows } from '../../policies/permissions'
import type { Desk } from '../desk'
import { neededName } from '../input'
import { read } from '../input/read'

/** How many views of their own somebody keeps. */
export const VIEWS_EACH = 50

/** `shared` is for all colleagues. */
export const viewForm = z.object({ name: neededName, shared: z.literal('1').optional() })

/**
 * Keeps a list under a name; `query` is what stands behind the `?` of its address. Answers with its id.
 * Problems: invalid `name`, forbidden, conflict `viewsFull`, limited.
 */
export const saveView = async (
  desk: Desk,
  person: Staff,
  input: unknown,
  query: string,
): Promise<string | Problem> => {
  const form = read(viewForm, input)
  if (isProblem(form)) return form
  const limited = await desk.rate.spend('act', person.id)
  if (limited) return limited
  const shared = form.shared !== undefined
  if (shared && !allows(person, 'views.share')) return new Problem('forbidden', 'notAllowed')
  const own = (await desk.store.views.of(person.id)).filter(({ owner }) => owner === person.id)
  if (own.length >= VIEWS_EACH)
    return new Problem('conflict', 'viewsFull', { values: { limit: VIEWS_EACH } })
  const [id, createdAt] = [desk.clock.id(), desk.clock.now()]
  await desk.store.views.keep({ id, owner: person.id, name: form.name, query, shared, createdAt })
  return id
}
