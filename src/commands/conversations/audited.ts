import type { AuditedAct } from '../../../actors/audit'
import { isParty } from '../../../actors/conversation/rights'
import type { ConversationRow } from '../../../actors/summary'
import { auditing, auditRow } from '../audit'
import { rowOf } from './access'
import type { Command } from './beside/deed'

/**
 * The same command, written down with the turn in which it is done: always, or by `unlessTheirs` only
 * to what somebody else holds. What was done already takes no turn, and is not written twice.
 */
export const audited =
  (act: AuditedAct, command: Command, unlessTheirs = false): Command =>
  async (desk, person, id, input, from) => {
    const before = await rowOf(desk, id)
    const isTheirs = before && isParty(before, { by: 'agent', author: person.id })
    if (!before || (unlessTheirs && isTheirs)) return command(desk, person, id, input, from)
    const row = auditRow(desk, person, act, `conversation:${id}`, whoseOf(before))
    return command(auditing(desk, row), person, id, input, from)
  }

/** Whose it was when it was done. */
export const whoseOf = ({ visitorName, agentName }: ConversationRow) => ({
  ...{ visitor: visitorName, holder: agentName || null },
})
