import { isParty } from '../../../actors/conversation/rights'
import type { Staff } from '../../../actors/people'
import type { ConversationRow } from '../../../actors/summary'
import { auditRow } from '../audit'
import type { Desk } from '../desk'
import { whoseOf } from './audited'

/**
 * Writes down that somebody opens what a colleague holds or has held, once an hour for each: whose talk
 * is read by others is known afterwards.
 */
export const tellOpened = async (
  desk: Desk,
  person: Staff,
  row: ConversationRow,
): Promise<void> => {
  if (!row.agent || isParty(row, { by: 'agent', author: person.id })) return
  if (await desk.rate.spend('tellLook', `${person.id} ${row.id}`)) return
  await desk.store.audit.add(
    auditRow(desk, person, 'lookedAt', `conversation:${row.id}`, whoseOf(row)),
  )
}
