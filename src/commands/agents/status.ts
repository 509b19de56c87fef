import { z } from 'zod'
import type { Staff } from '../../../actors/people'
import { isProblem, Problem } from '../../../actors/problem'
import { agentStatuses } from '../../../actors/summary'
import type { Desk } from '../desk'
import { read } from '../input/read'
import { send } from './send'

export const statusForm = z.strictObject({ status: z.enum(agentStatuses) })

const becoming = { ready: 'readied', away: 'paused', off: 'signedOff' } as const

/**
 * Goes on duty, away or off. Being so already is done.
 * Problems: invalid `status`, missing (no place at the desk), conflict `parked`, limited.
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
  if (agent.status === form.status && form.status !== 'ready') return null
  const sent = await send(desk, person, { type: becoming[form.status], at: desk.clock.now() })
  return sent === 'refused' ? null : sent
}
