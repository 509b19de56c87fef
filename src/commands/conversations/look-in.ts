import { isProblem, Problem } from '../../../actors/problem'
import { may } from '../../policies/may'
import { auditRow } from '../audit'
import { findToAct } from './access'
import { whoseOf } from './audited'
import type { Command } from './beside/deed'

/**
 * Reads along in a conversation unseen: nobody's page tells of it, and whoever keeps the desk finds it
 * in the audit. Problems: missing, forbidden, limited.
 */
export const lookIn: Command = async (desk, person, id) => {
  const row = await findToAct(desk, person, id)
  if (isProblem(row)) return row
  if (!may.lookIn(person, row)) return new Problem('forbidden', 'notAllowed')
  // It is no turn: nobody has read along of whom nothing was written down.
  await desk.store.audit.add(auditRow(desk, person, 'watched', `conversation:${id}`, whoseOf(row)))
  return null
}
