import type { Staff } from '../../../actors/people'
import { isProblem, Problem } from '../../../actors/problem'
import { isOver } from '../../../actors/summary'
import { may } from '../../policies/may'
import { find } from '../conversations/access'
import { alreadyOr, seenAt, seqForm, sinceThen } from '../conversations/as-of'
import type { Desk } from '../desk'
import { read } from '../input/read'
import { claim, hear } from './claim'
import { send } from './send'
import { whyNotTaken } from './take'

/**
 * Takes a conversation out of a colleague's hands, or from the line; who is off duty is away from then
 * on, for they hold something. It is theirs when it answers, or it says why not.
 * Problems: missing, invalid `seq`, forbidden `notAllowed`, conflict `chatEnded` | `already` (it moved
 * since `seq`) | `goOnDuty` | `atCapacity` | `parked`, limited.
 */
export const takeOver = async (
  desk: Desk,
  person: Staff,
  id: string,
  input: unknown = {},
): Promise<null | Problem> => {
  const form = read(seqForm, input)
  if (isProblem(form)) return form
  const row = await find(desk, person, id)
  if (isProblem(row)) return row
  if (row.state === 'active' && row.agent === person.id) return null
  if (isOver(row)) return new Problem('conflict', 'chatEnded')
  if (!may.takeOver(person, row)) return new Problem('forbidden', 'notAllowed')
  if (row.agent === null) return claim(desk, person, id, input)
  if ((await sinceThen(desk, id, form.seq)).hasMoved) return new Problem('conflict', 'already')
  const at = desk.clock.now()
  const event = { type: 'took', at, conversation: id, over: true, ...seenAt(form.seq) } as const
  const sent = await send(desk, person, event)
  if (sent === null) return hear(desk, person, id, form.seq)
  if (sent !== 'refused') return sent
  return alreadyOr(desk, id, form.seq, await whyNotTaken(desk, person))
}
