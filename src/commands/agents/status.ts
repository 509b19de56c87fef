import { z } from 'zod'
import { awayReasons } from '../../../actors/agent/away'
import { limits } from '../../../actors/limits'
import type { Staff } from '../../../actors/people'
import { isProblem, Problem } from '../../../actors/problem'
import { agentStatuses } from '../../../actors/summary'
import type { Desk } from '../desk'
import { nameUpTo } from '../input'
import { read } from '../input/read'
import { send } from './send'

/** Away with one of the reasons, or for one in own words, which come first. */
export const statusForm = z.strictObject({
  status: z.enum(agentStatuses),
  reason: z.enum(['', ...awayReasons]).optional(),
  words: nameUpTo(limits.awayFor).optional(),
})

const becoming = { ready: 'readied', away: 'paused', off: 'signedOff' } as const

/**
 * Goes on duty, away or off. Being so already is done.
 * Problems: invalid `status` | `reason` | `words`, missing (no place at the desk), conflict `parked`, limited.
 */
export const setStatus = async (
  desk: Desk,
  person: Staff,
  input: unknown,
): Promise<null | Problem> => {
  const form = read(statusForm, input)
  if (isProblem(form)) return form
  const agent = await desk.store.agents.find(person.id)
  if (!agent) return new Problem('missing', 'missing')
  const reason = form.words || form.reason || ''
  const isSame = form.status !== 'away' || reason === agent.awayFor
  if (agent.status === form.status && form.status !== 'ready' && isSame) return null
  const type = becoming[form.status]
  const at = desk.clock.now()
  const sent = await send(desk, person, type === 'paused' ? { type, at, reason } : { type, at })
  return sent === 'refused' ? null : sent
}
