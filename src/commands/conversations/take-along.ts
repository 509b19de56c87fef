import type { Staff } from '../../../actors/people'
import type { ConversationRow } from '../../../actors/summary'
import { auditRow } from '../audit'
import type { Desk } from '../desk'
import { whoseOf } from './audited'

/** Tells the audit who takes the transcript of one along, and as what. */
export const tellTakenAlong = async (
  desk: Desk,
  person: Staff,
  row: ConversationRow,
  format: string,
): Promise<void> => {
  const told = { ...whoseOf(row), value: format }
  await desk.store.audit.add(auditRow(desk, person, 'exported', `conversation:${row.id}`, told))
}
