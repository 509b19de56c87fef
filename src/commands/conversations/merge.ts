import { z } from 'zod'
import { addressOf } from '../../../actors/address'
import { noticeOf } from '../../../actors/entry'
import { holding } from '../../../actors/holds'
import { isProblem, Problem } from '../../../actors/problem'
import { isOver } from '../../../actors/summary'
import { may } from '../../policies/may'
import type { Desk } from '../desk'
import { read } from '../input/read'
import { contextOf, find, rowOf } from './access'
import { act } from './act'
import { alreadyOr, seenAt, seqField, sinceThen } from './as-of'
import type { Command } from './beside/deed'

/** By its id, or by the address of its page. */
const conversationId = holding('value', z.string().max(2_000)).transform(
  (typed) => /conversations\/([0-9a-f-]{36})/.exec(typed)?.[1] ?? typed.trim(),
)

/** `seq` is the newest line they saw of the one that they looked at, which is no more than merged. */
export const mergeForm = z.strictObject({ into: conversationId, seq: seqField })
export const unmergeForm = z.strictObject({
  from: holding('value', z.string().max(64)),
  seq: seqField,
})

/**
 * It goes on in another conversation that is open: what was said in it stands there too, and its
 * visitor finds that one in its place. Merging it into the same one again is done.
 * Problems: missing, forbidden, invalid `mergesItself` | `mergesIntoNone`, conflict `mergedAlready` |
 * `already` (it moved since `seq`) | `parked`, limited.
 */
export const merge: Command = async (desk, person, id, input) => {
  const form = read(mergeForm, input)
  if (isProblem(form)) return form
  const row = await find(desk, person, id)
  if (isProblem(row)) return row
  if (row.mergedInto !== null)
    return row.mergedInto === form.into ? null : new Problem('conflict', 'mergedAlready')
  if (!may.merge(person, row)) return new Problem('forbidden', 'notAllowed')
  if ((await sinceThen(desk, id, form.seq)).hasMoved) return new Problem('conflict', 'already')
  if (form.into === id) return new Problem('invalid', 'mergesItself', { field: 'into' })
  const into = await find(desk, person, form.into)
  if (isProblem(into) || isOver(into) || !may.merge(person, into))
    return new Problem('invalid', 'mergesIntoNone', { field: 'into' })
  const event = { type: 'merged', name: person.name, into: into.id } as const
  const outcome = await act(desk, person, row, {
    ...{ ...event, at: desk.clock.now() },
    ...seenAt(form.seq),
  })
  if (!isProblem(outcome)) return outcome
  // The same request may have come twice, and the other one was quicker.
  if ((await rowOf(desk, id))?.mergedInto === into.id) return null
  return alreadyOr(desk, id, form.seq, outcome)
}

/**
 * Takes apart what was merged into this conversation from another, within a day: that one is as it
 * was when it ended. `seq` is the newest line that they saw of that one. What is apart already is done.
 * Problems: missing, forbidden, conflict `mergeIsOld` | `already` | `parked`, limited.
 */
export const unmerge: Command = async (desk, person, id, input) => {
  const form = read(unmergeForm, input)
  if (isProblem(form)) return form
  const row = await find(desk, person, id)
  if (isProblem(row)) return row
  if (!may.unmerge(person, row)) return new Problem('forbidden', 'notAllowed')
  const { merges = [] } = await contextOf(desk, 'conversation', id)
  if (merges.every(({ from }) => from !== form.from))
    return (await isApart(desk, id, form.from)) ? null : new Problem('conflict', 'mergeIsOld')
  if ((await sinceThen(desk, form.from, form.seq)).hasMoved)
    return new Problem('conflict', 'already')
  const event = { type: 'unmerged', name: person.name, from: form.from } as const
  const sent = await desk.system.send(addressOf('conversation', id), {
    ...event,
    at: desk.clock.now(),
  })
  if (sent.outcome === 'parked') return new Problem('conflict', 'parked')
  if (sent.outcome !== 'refused' || (await isApart(desk, id, form.from))) return null
  return new Problem('conflict', 'mergeIsOld')
}

/** So many lines of the desk are looked through: each that was moved back has left one. */
const NEWEST_NOTICES = 1_000

/** Whether it was taken apart already, of late: an answer may have been lost. */
const isApart = async ({ store }: Desk, id: string, from: string): Promise<boolean> => {
  const [here, there] = await Promise.all(
    [id, from].map((one) => store.transcripts.notices(one, NEWEST_NOTICES)),
  )
  const isUnmerged = here?.map(noticeOf).some((n) => n?.code === 'unmerged' && n.from === from)
  return (
    isUnmerged || (there?.map(noticeOf).some((n) => n?.code === 'parted' && n.into === id) ?? false)
  )
}
