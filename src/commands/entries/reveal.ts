import type { Staff } from '../../../actors/people'
import { isProblem, Problem } from '../../../actors/problem'
import { allows } from '../../policies/permissions'
import { auditRow } from '../audit'
import type { Desk } from '../desk'
import { findEntry } from './access'

/**
 * What an entry says, with all that is masked of it. The audit is told who reads it, and of which entry.
 * Problems: missing, forbidden `notAllowed`.
 */
export const reveal = async (
  desk: Desk,
  person: Staff,
  id: string,
  clientId: string,
): Promise<{ text: string } | Problem> => {
  const found = await findEntry(desk, person, id, clientId)
  if (isProblem(found)) return found
  if (!allows(person, 'privacy.reveal')) return new Problem('forbidden', 'notAllowed')
  const told = auditRow(desk, person, 'revealed', `conversation:${id}`, {
    ...{ visitor: found.row.visitorName, entry: clientId },
  })
  await desk.store.audit.add(told)
  return { text: found.entry.text }
}
