import { z } from 'zod'
import { addressOf } from '../../../actors/address'
import type { Person } from '../../../actors/people'
import { isProblem, type Problem } from '../../../actors/problem'
import { may } from '../../policies/may'
import type { Desk } from '../desk'
import { digits } from '../input'
import { read } from '../input/read'
import { findToAct } from './access'

export const seenForm = z.strictObject({
  up_to: z.union([z.int().min(1), digits(/^[1-9]\d{0,14}$/)]),
})

/**
 * How far somebody has read. Only ever moves forward; nothing to say about it is not a problem.
 * Problems: missing, limited.
 */
export const seen = async (
  desk: Desk,
  person: Person,
  id: string,
  upTo: number,
): Promise<null | Problem> => {
  const row = await findToAct(desk, person, id)
  if (isProblem(row)) return row
  if (!Number.isSafeInteger(upTo) || upTo < 1) return null
  if (!may.markSeen(person, row)) return null
  await desk.system.send(addressOf('conversation', id), {
    type: 'seen',
    at: desk.clock.now(),
    by: person.kind === 'visitor' ? 'visitor' : 'agent',
    upTo,
  })
  return null
}

/** The same, as a page without a socket says it. Problems: invalid (field), missing, limited. */
export const tellSeen = async (
  desk: Desk,
  person: Person,
  id: string,
  input: unknown,
): Promise<null | Problem> => {
  const form = read(seenForm, input)
  return isProblem(form) ? form : seen(desk, person, id, form.up_to)
}
