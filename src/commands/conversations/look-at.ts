import { isParty } from '../../../actors/conversation/rights'
import type { Staff } from '../../../actors/people'
import type { ConversationRow } from '../../../actors/summary'
import { auditRow } from '../audit'
import type { Desk } from '../desk'
import { whoseOf } from './audited'

/** Writes down who looks at a conversation of somebody else, in the office; one's own is one's own. */
export const lookAt = async (desk: Desk, person: Staff, row: ConversationRow): Promise<void> => {
  if (isParty(row, { by: 'agent', author: person.id })) return
  const { id } = row
  await desk.store.audit.add(auditRow(desk, person, 'lookedAt', `conversation:${id}`, whoseOf(row)))
}

/** Writes down who takes the transcript of one along, and as what. */
export const tookAlong = async (
  desk: Desk,
  person: Staff,
  row: ConversationRow,
  format: string,
): Promise<void> => {
  const told = { ...whoseOf(row), value: format }
  await desk.store.audit.add(auditRow(desk, person, 'exported', `conversation:${row.id}`, told))
}
