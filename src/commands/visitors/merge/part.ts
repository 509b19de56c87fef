import { z } from 'zod'
import { addressOf } from '../../../../actors/address'
import type { Staff } from '../../../../actors/people'
import { isProblem, Problem } from '../../../../actors/problem'
import { knownAfterParting, VISITOR_MERGE_UNDO_MS } from '../../../../actors/visitor/merge'
import type { VisitorMerge } from '../../../store/ports/visitors'
import { auditing, auditRow } from '../../audit'
import { rowOf } from '../../conversations/access'
import type { Desk } from '../../desk'
import { uuid } from '../../input'
import { read } from '../../input/read'
import { findVisitor } from '../edit'
import { claimAll, giveKeys, liftCopies } from './hand-over'
import { knownOf, openOf } from './moved'

export const partingForm = z.strictObject({ merge: uuid })

/**
 * Takes a merge back within a day: what came with the other goes back to them, with what was said in it
 * since. What was said in others since, and what was changed of what is known, stays.
 * Problems: invalid (field), missing, conflict `mergeIsOld` | `visitorMerged` | `parked`, limited.
 */
export const partVisitors = async (
  desk: Desk,
  person: Staff,
  visitor: string,
  input: unknown,
): Promise<null | Problem> => {
  const form = read(partingForm, input)
  if (isProblem(form)) return form
  const limited = await desk.rate.spend('act', person.id)
  if (limited) return limited
  const merge = await desk.store.visitors.findMerge(form.merge)
  if (merge?.into !== visitor) return new Problem('missing', 'missing')
  if (merge.undoneAt !== null) return null
  if (desk.clock.now() - merge.at > VISITOR_MERGE_UNDO_MS)
    return new Problem('conflict', 'mergeIsOld')
  const stays = await findVisitor(desk, merge.into)
  if (isProblem(stays)) return stays
  // The newer merge is taken back first.
  if (stays.mergedInto !== null) return new Problem('conflict', 'visitorMerged')
  return part(desk, person, merge)
}

const part = async (desk: Desk, person: Staff, merge: VisitorMerge): Promise<null | Problem> => {
  const { from, into, moved } = merge
  const at = desk.clock.now()
  const rows = await Promise.all(moved.conversations.map(({ id }) => rowOf(desk, id)))
  const theirs = rows.flatMap((row) =>
    row && (row.visitor === into || row.visitor === from) ? [row] : [],
  )
  const conversations = theirs.map(({ id }) => id)
  const now = await knownOf(desk, into)
  const { before, goes } = moved
  const known = before && goes ? knownAfterParting(now, { before, goes }) : now
  const told = auditRow(desk, person, 'visitorsParted', addressOf('visitor', into), {
    ...{ visitor: before?.name ?? '', value: goes?.name ?? '', from },
  })
  const { system } = auditing(desk, told)
  const released = await system.send(addressOf('visitor', into), {
    ...{ type: 'released', at, known, conversations },
  })
  if (released.outcome === 'parked') return new Problem('conflict', 'parked')
  const separated = await desk.system.send(addressOf('visitor', from), {
    ...{ type: 'separated', at, conversations, open: openOf(theirs) },
  })
  if (separated.outcome === 'parked') return new Problem('conflict', 'parked')
  const named = moved.conversations.filter(({ id }) => conversations.includes(id))
  await claimAll(desk, named, { from: into, visitor: from })
  await giveKeys(desk, moved, from)
  await liftCopies(desk, person, moved)
  await visitsBack(desk, merge)
  await desk.store.visitors.endMerge(merge.id, at)
  return null
}

/** Each has their visit again; a newer one is of who stays. */
const visitsBack = async ({ store }: Desk, { from, into, at, moved }: VisitorMerge) => {
  const now = await store.visits.of(into)
  if (!now || now.at <= at) await store.visitors.putVisit(into, moved.otherVisit)
  await store.visitors.putVisit(from, moved.visit)
}
