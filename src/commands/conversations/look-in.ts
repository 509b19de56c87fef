import { isProblem, Problem } from '../../../actors/problem'
import { may } from '../../policies/may'
import { find } from './access'
import type { Command } from './beside/deed'

/**
 * Reads along in a conversation unseen: nobody's page tells of it, and whoever keeps the desk finds it
 * in the audit. Problems: missing, forbidden, limited.
 */
export const lookIn: Command = async (desk, person, id) => {
  const limited = await desk.rate.spend('act', person.id)
  if (limited) return limited
  const row = await find(desk, person, id)
  if (isProblem(row)) return row
  return may.lookIn(person, row) ? null : new Problem('forbidden', 'notAllowed')
}
