import { z } from 'zod'
import { addressOf } from '../../../actors/address'
import { isMacroFor } from '../../../actors/canned/macro'
import { macroOutcome } from '../../../actors/conversation/macro'
import type { Staff } from '../../../actors/people'
import { isProblem, Problem } from '../../../actors/problem'
import { noReads } from '../../../actors/rows'
import { find, rowOf } from '../conversations/access'
import { refusal } from '../conversations/act'
import { alreadyOr, seenAt, seqField } from '../conversations/as-of'
import { wrapUpBy } from '../conversations/wrap-up'
import { asksNothing } from '../conversations/wrap-up-many'
import type { Desk, From } from '../desk'
import { splitFields } from '../forms/answers'
import { clientId } from '../input'
import { read } from '../input/read'
import { stepsOf } from './steps'

/** Code points of an id that leave room for those of its steps. */
const ID_LENGTH = 56

/** `seq` is the newest line they saw; what is sent twice with one `client_id` is done once. */
export const runForm = z.strictObject({
  seq: seqField,
  client_id: clientId.max(ID_LENGTH).optional(),
})

/**
 * Does all that a macro says, in one turn, or nothing. One that ends it brings what is asked then.
 * Problems: missing (the conversation, or a macro for them), invalid `gapLeft` | `variableUnknown` | … (field),
 * forbidden `notYours` | `notAllowed`, what each act is refused for, conflict `cannedUnknown` |
 * `already` | `parked`, limited.
 */
export const runMacro = async (
  desk: Desk,
  person: Staff,
  id: string,
  macroId: string,
  input: unknown,
  from: Partial<From> = {},
): Promise<null | Problem> => {
  const { defined, others } = splitFields(input)
  const form = read(runForm, others)
  if (isProblem(form)) return form
  const row = await find(desk, person, id)
  if (isProblem(row)) return row
  const macro = await desk.store.macros.find(macroId)
  if (!macro || !isMacroFor(macro, person)) return new Problem('missing', 'missing')
  const ends = macro.acts.some(({ does }) => does === 'end')
  const unasked = ends ? null : asksNothing(defined)
  if (isProblem(unasked)) return unasked
  const limited = await desk.rate.spend('act', person.id)
  if (limited) return limited
  const steps = await stepsOf(desk, person, row, macro, () =>
    wrapUpBy(desk, person, row, defined, from),
  )
  if (isProblem(steps)) return alreadyOr(desk, id, form.seq, steps)
  const event = {
    ...({ type: 'ran', author: person.id, name: person.name, title: macro.name, steps } as const),
    ...{ at: desk.clock.now(), clientId: form.client_id ?? desk.clock.id() },
    ...seenAt(form.seq),
  }
  const address = addressOf('conversation', id)
  const sent = await desk.system.send(address, event)
  if (sent.outcome === 'done') return null
  if (sent.outcome === 'parked') return new Problem('conflict', 'parked')
  if (sent.outcome === 'repeat')
    return sent.entry.body.kind === 'notice' ? null : new Problem('conflict', 'otherText')
  return alreadyOr(desk, id, form.seq, await whyNot(desk, person, event, id))
}

/** Why the first of its steps was not done, as it stands now. */
const whyNot = async (
  desk: Desk,
  person: Staff,
  event: Omit<Parameters<typeof macroOutcome>[1], 'version' | 'reads'>,
  id: string,
): Promise<Problem> => {
  const current = await desk.system.current<'conversation'>(addressOf('conversation', id))
  if (!current) return new Problem('missing', 'missing')
  const turn = { ...event, version: current.version + 1, reads: noReads }
  const outcome = macroOutcome(current.context, turn)
  return isProblem(outcome) && outcome.reason !== 'notYours'
    ? outcome
    : refusal(person, await rowOf(desk, id))
}
