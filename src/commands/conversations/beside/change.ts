import { z } from 'zod'
import type { Inputs } from '../../../../actors/conversation/aspect'
import { type AnyAspect, isWhyNot, outcomeOf } from '../../../../actors/conversation/aspects'
import type { ConversationPersonEvent } from '../../../../actors/conversation/events'
import { holding } from '../../../../actors/holds'
import { isProblem, Problem } from '../../../../actors/problem'
import type { ConversationRow } from '../../../../actors/summary'
import { may } from '../../../policies/may'
import type { Desk } from '../../desk'
import { isThere, nameUpTo, untilBy } from '../../input'
import { read } from '../../input/read'
import { listedTag } from '../../tags/listed'
import { find } from '../access'
import { act } from '../act'
import { hasChangedSince, seenAt, seqField } from '../as-of'
import type { AspectVerb, Deed } from './deed'

const name: Inputs['name'] = (limit) =>
  nameUpTo(limit)
    .superRefine(isThere)
    .optional()
    .transform((name) => name ?? null)

/** How forms are read by somebody's clock. */
const inputsBy = (now: number, zone: string): Inputs => ({
  name,
  pressed: (limit) => holding('value', name(limit)),
  until: () => untilBy(now, zone),
})

type Change = Extract<AnyAspect, { does: 'change' }>

/**
 * Changes what a conversation is said to be. What is so already is done. `seq` is the newest line they
 * saw: what was done otherwise since stays.
 * Problems: missing, invalid (field), forbidden, conflict with the aspect's own reason, `already` or
 * `parked`, limited.
 */
export const changes = (verb: AspectVerb, { event: type, form: fieldsOf }: Change): Deed => {
  const formBy = (now: number, zone: string) =>
    z.strictObject({ ...fieldsOf(inputsBy(now, zone)), seq: seqField })
  return {
    form: formBy(0, 'UTC'),
    run: async (desk, person, id, input, { zone = 'UTC' }) => {
      const form = read(formBy(desk.clock.now(), zone), input)
      if (isProblem(form)) return form
      const { seq, ...typed } = form
      const row = await find(desk, person, id)
      if (isProblem(row)) return row
      if (!may[verb](person, row)) return new Problem('forbidden', 'notAllowed')
      const asked = await meant(desk, verb, typed, row)
      if (isProblem(asked)) return asked
      const { name } = person
      const stamp = { type, at: desk.clock.now(), name, ...seenAt(seq) }
      const event = { ...stamp, ...asked } as ConversationPersonEvent
      const already = new Problem('conflict', 'already')
      const known = settled(row, event)
      if (known === null) return null
      if (await hasChangedSince(desk, id, type, seq)) return already
      if (known !== undefined) return known
      const outcome = await act(desk, person, row, event)
      if (!outcome || outcome.code === 'limited' || outcome.reason === 'parked') return outcome
      // A colleague was quicker: with the very same, or with the last that there was room for.
      const now = await find(desk, person, id)
      if (isProblem(now)) return now
      const left = settled(now, event)
      if (left !== undefined) return left
      return (await hasChangedSince(desk, id, type, seq)) ? already : outcome
    },
  }
}

/** A tag that is put on is one of the list, where that knows it. */
const meant = async (
  desk: Desk,
  verb: AspectVerb,
  typed: Record<string, unknown>,
  { tags }: ConversationRow,
): Promise<Record<string, unknown> | Problem> => {
  if (verb !== 'tag' || typeof typed.add !== 'string') return typed
  const add = await listedTag(desk, typed.add, tags)
  return isProblem(add) ? add : { ...typed, add }
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
