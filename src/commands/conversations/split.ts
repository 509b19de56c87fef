import { z } from 'zod'
import { addressOf } from '../../../actors/address'
import { noticeOf } from '../../../actors/entry'
import { isProblem, Problem } from '../../../actors/problem'
import type { ConversationRow } from '../../../actors/summary'
import { may } from '../../policies/may'
import type { Desk } from '../desk'
import { entryId } from '../input'
import { read } from '../input/read'
import { contextOf, find, rowOf } from './access'
import { act } from './act'
import type { Command } from './beside/deed'

export const splitForm = z.strictObject({ from: entryId })

/** So far back it is looked for the last that was said before, in lines. */
const LOOKS_BACK = 200
/** How long somebody who splits one waits for the new one, ms: mostly it is there in a few. */
const WAIT_MS = 2_000

/**
 * From an entry on it goes on in a conversation of its own, of the same visitor: with whoever holds it,
 * if they have room; of one that has ended both are. Splitting it again from the same entry is done.
 * Problems: missing, forbidden, invalid `splitsNowhere`, conflict `mergedAlready` | `parked`, limited.
 */
export const split: Command = async (desk, person, id, input) => {
  const form = read(splitForm, input)
  if (isProblem(form)) return form
  const row = await find(desk, person, id)
  if (isProblem(row)) return row
  const entry = await desk.store.transcripts.shown(id, form.from)
  const isDone = async (now: ConversationRow | undefined) =>
    now && now.splitInto !== null && entry && (await isFirst(desk, id, now.splitInto, entry.seq))
  if (await isDone(row)) return null
  if (row.mergedInto !== null) return new Problem('conflict', 'mergedAlready')
  if (!may.split(person, row)) return new Problem('forbidden', 'notAllowed')
  const saidBefore = entry ? await lastSaidBefore(desk, id, entry.seq) : 0
  const isSaid = entry?.changes === null && entry.body.kind !== 'notice'
  if (!entry || !isSaid || saidBefore === 0)
    return new Problem('invalid', 'splitsNowhere', { field: 'from' })
  const into = desk.clock.id()
  const done = await act(desk, person, row, {
    ...{ type: 'split', at: desk.clock.now(), name: person.name },
    ...{ into, first: entry.seq, saidBefore },
  })
  // The same request may have come twice, and the other one was quicker.
  if (isProblem(done)) return (await isDone(await rowOf(desk, id))) ? null : done
  await isThere(desk, into)
  return null
}

/** Whether the newest part that left it for another one began with this line. */
const isFirst = async (desk: Desk, id: string, into: string, seq: number): Promise<boolean> => {
  const { branches = [] } = await contextOf(desk, 'conversation', id)
  return branches.some((branch) => branch.into === into && branch.first === seq)
}

const lastSaidBefore = async (desk: Desk, id: string, seq: number): Promise<number> => {
  const before = await desk.store.transcripts.before(id, seq, LOOKS_BACK)
  return before.findLast(({ body }) => body.kind === 'text')?.seq ?? 0
}

/** Waits until it has begun: whoever made it goes on there. */
const isThere = async (desk: Desk, id: string): Promise<void> => {
  const begun = Promise.withResolvers<void>()
  const leave = desk.bus.subscribe(addressOf('conversation', id), () => begun.resolve())
  const stop = desk.clock.after(WAIT_MS, () => begun.resolve())
  try {
    if (!(await rowOf(desk, id))) await begun.promise
  } finally {
    stop()
    leave()
  }
}

export const unsplitForm = z.strictObject({})

/**
 * What was split goes back to where it was, within a day, with all that was said since. What is back
 * already is done. Problems: missing, forbidden, conflict `splitIsOld` | `parked`, limited.
 */
export const unsplit: Command = async (desk, person, id, input) => {
  const form = read(unsplitForm, input)
  if (isProblem(form)) return form
  const row = await find(desk, person, id)
  if (isProblem(row)) return row
  if (!may.unsplit(person, row)) return new Problem('forbidden', 'notAllowed')
  const limited = await desk.rate.spend('act', person.id)
  if (limited) return limited
  const event = { type: 'unsplit', at: desk.clock.now(), name: person.name } as const
  const sent = await desk.system.send(addressOf('conversation', id), event)
  if (sent.outcome === 'parked') return new Problem('conflict', 'parked')
  if (sent.outcome !== 'refused' || (await isBack(desk, id))) return null
  return new Problem('conflict', 'splitIsOld')
}

/** So many lines of the desk are looked through for the one that says that it went back. */
const NEWEST_NOTICES = 20

const isBack = async (desk: Desk, id: string): Promise<boolean> => {
  const into = (await rowOf(desk, id))?.mergedInto
  if (!into) return false
  const told = (await desk.store.transcripts.notices(id, NEWEST_NOTICES)).map(noticeOf)
  return told.some((notice) => notice?.code === 'unsplit' && notice.into === into)
}
