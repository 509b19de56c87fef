import type { Staff } from '../../../actors/people'
import { Problem } from '../../../actors/problem'
import { allows } from '../../policies/permissions'
import type { Desk } from '../desk'
import { uuid } from '../input'

/**
 * Removes a view of one's own, or one that all have, for who may share them. One of somebody else is
 * not there. Problems: missing, forbidden, limited.
 */
export const removeView = async (
  desk: Desk,
  person: Staff,
  id: string,
): Promise<null | Problem> => {
  const limited = await desk.rate.spend('act', person.id)
  if (limited) return limited
  const view = uuid.safeParse(id).success ? await desk.store.views.find(id) : undefined
  const isOwn = view?.owner === person.id
  if (!view || !(isOwn || view.shared)) return new Problem('missing', 'missing')
  if (!isOwn && !allows(person, 'views.share')) return new Problem('forbidden', 'notAllowed')
  await desk.store.views.remove(id)
  return null
}
