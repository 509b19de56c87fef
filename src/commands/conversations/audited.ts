import type { AuditedAct } from '../../../actors/audit'
import { isParty } from '../../../actors/conversation/rights'
import { isProblem } from '../../../actors/problem'
import { audit } from '../audit'
import { rowOf } from './access'
import type { Command } from './beside/deed'

/**
 * The same command, written down where it was done: always, or by `unlessTheirs` only to what somebody
 * else holds. What was done already is not written twice.
 */
export const audited =
  (act: AuditedAct, command: Command, unlessTheirs = false): Command =>
  async (desk, person, id, input, from) => {
    const before = await rowOf(desk, id)
    const outcome = await command(desk, person, id, input, from)
    if (isProblem(outcome) || outcome?.repeat || !before) return outcome
    if (unlessTheirs && isParty(before, { by: 'agent', author: person.id })) return outcome
    if (act === 'ended' && before.closedAt !== null) return outcome
    const detail = { visitor: before.visitorName, holder: before.agentName || null }
    await audit(desk, person, act, `conversation:${id}`, detail)
    return outcome
  }
