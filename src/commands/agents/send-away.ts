import { z } from 'zod'
import { addressOf } from '../../../actors/address'
import { awayReasons } from '../../../actors/agent/away'
import { limits } from '../../../actors/limits'
import type { Staff } from '../../../actors/people'
import { isProblem, Problem } from '../../../actors/problem'
import type { AgentRow } from '../../../actors/summary'
import { allows } from '../../policies/permissions'
import { auditRow } from '../audit'
import type { Desk } from '../desk'
import { nameUpTo } from '../input'
import { read } from '../input/read'

/** Away with one of the reasons, or for one in own words, which come first. */
export const sendAwayForm = z.strictObject({
  why: z.enum(['', ...awayReasons]).optional(),
  words: nameUpTo(limits.awayFor).optional(),
})

/** Whether somebody leads a colleague: they have a department in common, or all are theirs to see. */
export const leads = (person: Staff, { departments }: Pick<AgentRow, 'departments'>): boolean =>
  allows(person, 'conversations.watch.all') ||
  departments.some((id) => person.departments.includes(id))

/** A colleague whom somebody leads. Problems: missing. */
export const ledBy = async (
  { store }: Pick<Desk, 'store'>,
  person: Staff,
  id: string,
): Promise<AgentRow | Problem> => {
  const agent = await store.agents.find(id)
  return agent && leads(person, agent) ? agent : new Problem('missing', 'missing')
}

/**
 * Sets a colleague who is on duty away, with a reason; what they hold stays theirs. Told to the audit in the same
 * write. Problems: invalid `why` | `words`, missing, conflict `notInThisState` (off duty) | `parked`.
 */
export const sendAway = async (
  desk: Desk,
  person: Staff,
  id: string,
  input: unknown,
): Promise<null | Problem> => {
  const agent = await ledBy(desk, person, id)
  if (isProblem(agent)) return agent
  const form = read(sendAwayForm, input)
  if (isProblem(form)) return form
  if (agent.status === 'off') return new Problem('conflict', 'notInThisState')
  const reason = form.words || form.why || ''
  const address = addressOf('agent', id)
  const by = { agent: person.id, name: person.name }
  const audit = auditRow(desk, person, 'sentAway', address, { value: agent.name, reason })
  const event = { type: 'paused', at: desk.clock.now(), reason, by } as const
  const sent = await desk.system.send(address, event, { audit })
  if (sent.outcome === 'parked') return new Problem('conflict', 'parked')
  return sent.outcome === 'refused' ? new Problem('conflict', 'notInThisState') : null
}
