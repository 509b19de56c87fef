import { z } from 'zod'
import { addressOf } from '../../../../actors/address'
import { holding } from '../../../../actors/holds'
import type { Staff } from '../../../../actors/people'
import { isProblem, Problem } from '../../../../actors/problem'
import { knownOfBoth } from '../../../../actors/visitor/merge'
import type { VisitorMerge } from '../../../store/ports/visitors'
import { auditing, auditRow } from '../../audit'
import type { Desk } from '../../desk'
import { read } from '../../input/read'
import { findVisitor } from '../edit'
import { bothVisits, claimAll, copyBlocks, giveKeys } from './hand-over'
import { movedFrom, openOf, talksOf } from './moved'

/** The other one by their id, the address of their page, or their e-mail. */
export const visitorMergeForm = z.strictObject({
  other: holding('words', z.string().trim().max(2_000)),
})

/**
 * Another visitor becomes one with this one: what they said, who they are and what is known of them
 * comes here. Once it is written down what is to go over, each step may be taken again: asked for once
 * more, what was cut short goes on.
 * Problems: invalid `visitorUnknown` | `sameVisitor`, conflict `bothTalk` | `visitorMerged` | `parked`,
 * limited.
 */
export const mergeVisitors = async (
  desk: Desk,
  person: Staff,
  into: string,
  input: unknown,
): Promise<null | Problem> => {
  const form = read(visitorMergeForm, input)
  if (isProblem(form)) return form
  const limited = await desk.rate.spend('act', person.id)
  if (limited) return limited
  const other = await otherIn(desk, form.other)
  if (isProblem(other)) return other
  if (other.id === into) return new Problem('invalid', 'sameVisitor', { field: 'other' })
  const stays = await findVisitor(desk, into)
  if (isProblem(stays)) return stays
  if (stays.mergedInto !== null) return new Problem('conflict', 'visitorMerged')
  if (other.mergedInto !== null) return again(desk, person, other.id, into)
  return begin(desk, person, { from: other.id, into })
}

const otherIn = async (desk: Desk, typed: string) => {
  const unknown = new Problem('invalid', 'visitorUnknown', { field: 'other' })
  const id = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/.exec(typed)?.[0]
  if (id) {
    const found = await findVisitor(desk, id)
    return isProblem(found) ? unknown : found
  }
  const found = await desk.store.visitors.byEmails([...new Set([typed, typed.toLowerCase()])])
  const [one, ...others] = found.filter(({ mergedInto }) => mergedInto === null)
  // Of several the address does not say whom.
  return one && others.length === 0 && typed !== '' ? one : unknown
}

/** It began before and was cut short, or it is done. */
const again = async (desk: Desk, person: Staff, from: string, into: string) => {
  const merges = await desk.store.visitors.merges(from)
  const merge = merges.find((one) => one.from === from && one.undoneAt === null)
  if (merge?.into !== into) return new Problem('conflict', 'visitorMerged')
  await finish(desk, person, merge)
  return null
}

const begin = async (desk: Desk, person: Staff, who: { from: string; into: string }) => {
  const { from, into } = who
  const [talks, own] = await Promise.all([talksOf(desk, from), talksOf(desk, into)])
  const open = openOf(talks)
  if (open !== null && openOf(own) !== null) return new Problem('conflict', 'bothTalk')
  const moved = await movedFrom(desk, who, talks)
  const at = desk.clock.now()
  const merge: VisitorMerge = {
    ...{ ...who, id: desk.clock.id(), at, by: person.id, byName: person.name },
    ...{ undoneAt: null, moved },
  }
  await desk.store.visitors.addMerge(merge)
  const told = auditRow(desk, person, 'visitorsMerged', addressOf('visitor', into), {
    ...{ visitor: moved.before?.name ?? '', value: moved.goes?.name ?? '', from },
  })
  const both = moved.before && moved.goes && knownOfBoth(moved.before, moved.goes)
  if (!both) return new Problem('conflict', 'notInThisState')
  const conversations = talks.map(({ id }) => id)
  const { system } = auditing(desk, told)
  const joined = await system.send(addressOf('visitor', from), { type: 'joined', at, into, open })
  if (joined.outcome !== 'done') return stopped(desk, merge)
  const welcomed = await desk.system.send(addressOf('visitor', into), {
    ...{ type: 'welcomed', at, known: both, conversations, open },
  })
  if (welcomed.outcome !== 'done') {
    await desk.system.send(addressOf('visitor', from), {
      ...{ type: 'separated', at, conversations, open },
    })
    return stopped(desk, merge)
  }
  await finish(desk, person, merge)
  return null
}

/** One of them began to talk in this moment, or cannot take turns: nothing has gone over. */
const stopped = async (desk: Desk, { id }: VisitorMerge): Promise<Problem> => {
  await desk.store.visitors.endMerge(id, desk.clock.now())
  return new Problem('conflict', 'bothTalk')
}

/** All that was written down goes over. */
const finish = async (desk: Desk, person: Staff, merge: VisitorMerge): Promise<void> => {
  const { from, into, moved } = merge
  const name = moved.before?.name || moved.goes?.name
  const conversations = moved.conversations.map((one) => ({ ...one, name: name || one.name }))
  await claimAll(desk, conversations, { from, visitor: into })
  await giveKeys(desk, moved, into)
  await copyBlocks(desk, person, merge)
  await desk.store.visitors.putVisit(into, bothVisits(moved.otherVisit, moved.visit))
  await desk.store.visitors.putVisit(from, null)
}
