import { z } from 'zod'
import { addressOf } from '../../../actors/address'
import type { Visitor } from '../../../actors/people'
import { isProblem, Problem } from '../../../actors/problem'
import type { Desk } from '../desk'
import { email, optionalEmail } from '../input'
import { read } from '../input/read'
import { contextOf, find } from './access'
import { act } from './act'

/**
 * A visitor to whom nobody came in time waits on. Waiting already is done.
 * Problems: missing, conflict `chatEnded` | `notInThisState` | `parked`, limited.
 */
export const waitOn = async (desk: Desk, person: Visitor, id: string): Promise<null | Problem> => {
  const row = await find(desk, person, id)
  if (isProblem(row)) return row
  if (row.state === 'waiting' || row.state === 'offered') return null
  const at = desk.clock.now()
  return act(desk, person, row, { type: 'waitedOn', at, by: 'visitor', author: person.id })
}

export const leaveForm = z.object({ email: optionalEmail.default('') })

/**
 * They leave it at the message, and say where an answer reaches them, if the desk does not know yet.
 * Left already is done.
 * Problems: invalid `email`, missing, conflict `chatEnded` | `notInThisState` | `parked`, limited.
 */
export const leaveMessage = async (
  desk: Desk,
  person: Visitor,
  id: string,
  input: unknown,
): Promise<null | Problem> => {
  const form = read(leaveForm, input)
  if (isProblem(form)) return form
  const row = await find(desk, person, id)
  if (isProblem(row)) return row
  const known = await contextOf(desk, 'visitor', person.id)
  const reached = read(email, form.email || (known.email ?? ''))
  if (isProblem(reached)) return new Problem('invalid', 'emailNeeded', { field: 'email' })
  const at = desk.clock.now()
  const left = row.messageLeft
    ? null
    : await act(desk, person, row, { type: 'leftMessage', at, by: 'visitor', author: person.id })
  if (left !== null) return left
  await desk.system.send(addressOf('visitor', person.id), {
    type: 'introduced',
    at,
    email: reached,
  })
  return null
}
