import { z } from 'zod'
import type { Inputs } from '../../../actors/conversation/aspect'
import { type AnyAspect, aspects, isWhyNot, outcomeOf } from '../../../actors/conversation/aspects'
import type { ConversationPersonEvent } from '../../../actors/conversation/events'
import type { Staff } from '../../../actors/people'
import { isProblem, Problem } from '../../../actors/problem'
import type { ConversationRow } from '../../../actors/summary'
import { may } from '../../policies/may'
import type { Desk, From } from '../desk'
import { isThere, nameUpTo, read } from '../input'
import { act, find } from './access'
import { type Said, sayForm, write } from './write'

export type AspectVerb = keyof typeof aspects

/** Something a member of staff does to one conversation; `from` is where the request came from. */
export type Command = (
  desk: Desk,
  person: Staff,
  id: string,
  input: unknown,
  from: From,
) => Promise<Said | null | Problem>

/** Something colleagues do beside the talk: its form, and what is done with it. */
type Deed = { form: z.ZodObject; run: Command }

const inputs: Inputs = {
  name: (limit) =>
    nameUpTo(limit)
      .superRefine(isThere)
      .optional()
      .transform((name) => name ?? null),
}

type Write = Extract<AnyAspect, { does: 'write' }>
type Change = Extract<AnyAspect, { does: 'change' }>

/**
 * A line that only colleagues see, in a conversation they may watch. Answers with the entry, also
 * when the same `client_id` was committed before.
 * Problems: missing, invalid, forbidden, conflict `otherText` | `parked`, limited.
 */
const writes = (verb: AspectVerb, { event }: Write): Deed => ({
  form: sayForm,
  run: async (desk, person, id, input, from) => {
    const row = await find(desk, person, id)
    if (isProblem(row)) return row
    if (!may[verb](person, row)) return new Problem('forbidden', 'notAllowed')
    return write(desk, person, row, input, from, { type: event, name: person.name })
  },
})

/**
 * Changes what a conversation is said to be. What is so already is done.
 * Problems: missing, invalid (field), forbidden, conflict with the aspect's own reason or `parked`,
 * limited.
 */
const changes = (verb: AspectVerb, { event: type, form: fieldsOf }: Change): Deed => {
  const form = z.strictObject(fieldsOf(inputs))
  return {
    form,
    run: async (desk, person, id, input) => {
      const asked = read(form, input)
      if (isProblem(asked)) return asked
      const row = await find(desk, person, id)
      if (isProblem(row)) return row
      if (!may[verb](person, row)) return new Problem('forbidden', 'notAllowed')
      const event = { type, at: desk.clock.now(), ...asked } as ConversationPersonEvent
      const known = settled(row, event)
      if (known !== undefined) return known
      const outcome = await act(desk, person, row, event)
      if (!outcome || outcome.code === 'limited' || outcome.reason === 'parked') return outcome
      // A colleague was quicker: with the very same, or with the last that there was room for.
      const now = await find(desk, person, id)
      if (isProblem(now)) return now
      const left = settled(now, event)
      return left === undefined ? outcome : left
    },
  }
}

/** Null when there is nothing to be done, a Problem when it may not be; else undefined. */
const settled = (
  row: ConversationRow,
  event: ConversationPersonEvent,
): null | Problem | undefined => {
  const outcome = outcomeOf(row, event)
  if (!isWhyNot(outcome)) return outcome === null ? null : undefined
  const { code, refused, field, values } = outcome
  return new Problem(code, refused, { field, values })
}

/** By verb. */
export const deedsBeside = Object.fromEntries(
  Object.entries(aspects).map(([name, aspect]) => {
    const [verb, one] = [name as AspectVerb, aspect as unknown as AnyAspect]
    return [verb, one.does === 'write' ? writes(verb, one) : changes(verb, one)]
  }),
) as Readonly<Record<AspectVerb, Deed>>
