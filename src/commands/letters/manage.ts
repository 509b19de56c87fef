import { z } from 'zod'
import type { Staff } from '../../../actors/people'
import { isProblem, Problem } from '../../../actors/problem'
import type { Letter } from '../../store/ports/letters'
import { auditRow, type Doer } from '../audit'
import type { Desk } from '../desk'
import { email } from '../input'
import { read } from '../input/read'
import { nextLetter } from './next'
import { trialThread } from './threads'

const letterMoved = () => new Problem('conflict', 'letterMoved')

/**
 * Sends one at once that did not go, or that waits for another try, under the same Message-ID.
 * Problems: conflict `letterMoved` (it went, or is not needed), limited.
 */
export const resend = async (desk: Desk, by: Doer, letter: Letter): Promise<null | Problem> => {
  const limited = await desk.rate.spend('act', by.id)
  if (limited) return limited
  if (!['due', 'dead', 'dropped'].includes(letter.state)) return letterMoved()
  const isDone = await desk.store.letters.resume(
    letter,
    desk.clock.now(),
    told(desk, by, letter, 'due'),
  )
  return isDone ? null : letterMoved()
}

/**
 * Sends one no more that is still to go. One that is on its way at this moment may go all the same, and
 * is shown as sent then. Problems: conflict `letterMoved`, limited.
 */
export const giveUp = async (desk: Desk, by: Doer, letter: Letter): Promise<null | Problem> => {
  const limited = await desk.rate.spend('act', by.id)
  if (limited) return limited
  const isDone = await desk.store.letters.drop(letter, told(desk, by, letter, 'dropped'))
  return isDone ? null : letterMoved()
}

/** People's addresses are no part of what is kept for good. */
const told = (desk: Desk, by: Doer, { id, kind, state }: Letter, is: Letter['state']) =>
  auditRow(desk, by, 'changed', `letter:${id}`, {
    ...{ value: kind, 'was.state': state, 'is.state': is },
  })

export const tryMailForm = z.strictObject({ email })

/**
 * Sends a mail to see that it arrives. Answers its id.
 * Problems: invalid `emailNotValid`, limited.
 */
export const tryMail = async (
  desk: Desk,
  by: Staff,
  input: unknown,
  language: string,
): Promise<string | Problem> => {
  const form = read(tryMailForm, input)
  if (isProblem(form)) return form
  const limited = await desk.rate.spend('password', by.id)
  if (limited) return limited
  const { letters } = desk.store
  const last = await letters.lastOf(trialThread)
  const letter = nextLetter(desk.clock, last, {
    ...{ kind: 'trial', thread: trialThread, address: form.email, language },
  })
  const row = auditRow(desk, by, 'created', `letter:${letter.id}`, { value: letter.kind })
  // Of two at the same moment one is written: the other is pressed again.
  return (await letters.write(letter, row)) ? letter.id : letterMoved()
}
