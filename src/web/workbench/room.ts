import { addressOf } from '../../../actors/address'
import type { Staff } from '../../../actors/people'
import { isProblem, type Problem } from '../../../actors/problem'
import { paths } from '../../../views/paths'
import type { Room } from '../../../views/workbench/room/columns'
import { cachedContext, find, newestOf } from '../../commands/conversations/access'
import { tellOpened } from '../../commands/conversations/opened'
import { seeMentions } from '../../commands/mentions/see'
import { may } from '../../policies/may'
import { tellLooking } from '../../reads/colleagues'
import { readRoom } from '../../reads/room'
import { readScheduled } from '../../reads/scheduled'
import { type Ask, readerOf, type WebContext } from '../context'
import { isPrefetch } from '../gate/prefetch'
import { readTranscript } from '../transcript'
import { listOf } from './before'

const { workbench } = paths

/** One conversation as whoever asks may see it, with as much of its transcript as the address says. */
export const openedRoom = async (
  c: Ask,
  { desk, reads }: WebContext,
  person: Staff,
  id: string,
): Promise<Room | Problem> => {
  const row = await find(desk, person, id)
  if (isProblem(row)) return row
  const wanted = { id, newest: await newestOf(desk, id), reader: readerOf(c, 'desk', person.id) }
  const { earlier, ...shown } = await readTranscript(c, reads, wanted, waysOf(c, id))
  // What comes while the page is open it says itself, by its script.
  if (!isPrefetch(c.req.raw)) await seeMentions(desk, person, row, shown.after)
  if (!isPrefetch(c.req.raw)) await tellOpened(desk, person, row)
  // Without a script nothing else says so; it holds for a while.
  if (!may.lookIn(person, row)) tellLooking(desk.bus, addressOf('conversation', id), person, 'open')
  const [room, scheduled, draft] = await Promise.all([
    readRoom(reads, person, row),
    readScheduled(reads, person, row),
    desk.store.drafts.find(person.id, id),
  ])
  return {
    ...room,
    scheduled,
    ...(draft ? { draft: draft.text, isDrafted: true } : {}),
    ...shown,
    earlierEntries: earlier,
    clientId: desk.clock.id(),
    // `find` has read its row, so this node has the context cached.
    seenUpTo: cachedContext(desk, 'conversation', id)?.seenByVisitor ?? 0,
  }
}

/** Where other pages of a transcript are. */
export const waysOf = (c: Ask, id: string) => ({
  earlier: (before: number, oldest: string | null) =>
    workbench.earlier(id, before, listOf(c), oldest),
  newest: workbench.conversation(id, listOf(c)),
})
