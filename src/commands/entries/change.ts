import { addressOf } from '../../../actors/address'
import type { ChangeEvent } from '../../../actors/conversation/change-events'
import type { Entry, Mention, SentFile } from '../../../actors/entry'
import { CHANGE_WINDOW_MS } from '../../../actors/limits'
import type { Person } from '../../../actors/people'
import { isProblem, Problem } from '../../../actors/problem'
import type { ConversationRow } from '../../../actors/summary'
import { mayChange } from '../../policies/may-change'
import { actorOf } from '../conversations/access'
import type { Desk } from '../desk'
import { type FoundEntry, findEntry } from './access'
import { originsOf } from './origins'

const MINUTE_MS = 60_000

/** An entry as it is after a change, and the seq of the line that made it so: its own for none. */
export type Changed = { entry: Entry; seq: number }

/** What is to become of it; null where it is so already. */
type Asked =
  | {
      type: 'revised'
      text: string
      files: readonly SentFile[]
      mentions?: readonly Mention[]
      clientId?: string
    }
  | { type: 'withdrawn' }

/**
 * Changes what somebody said, if it is theirs and not too old. `ask` says what is asked for, of the
 * entry as it is now.
 * Problems: missing, forbidden `entryNotYours` | `notAllowed`, conflict `chatEnded` | `entryTooOld` |
 * `entryWithdrawn` | `otherText` | `parked`, limited.
 */
export const changeOwn = async (
  desk: Desk,
  person: Person,
  id: string,
  clientId: string,
  ask: (entry: Entry, row: ConversationRow) => Asked | null | Promise<Asked | null>,
): Promise<Changed | Problem> => {
  const limited = await desk.rate.spend('message', person.id)
  if (limited) return limited
  const found = await findEntry(desk, person, id, clientId)
  if (isProblem(found)) return found
  if (found.ref.author !== person.id) return new Problem('forbidden', 'entryNotYours')
  const asked = await ask(found.entry, found.row)
  if (asked === null) return { entry: found.entry, seq: found.entry.seq }
  const at = desk.clock.now()
  const why = (now: FoundEntry) => whyNot(person, now, asked.type, at)
  const isSo = async (now: FoundEntry) => (await ask(now.entry, now.row)) === null
  return why(found) ?? send(desk, person, found, { ...asked, at }, { isSo, why })
}

/** How an answer is found where the turn did nothing: it is so by then, or this is `why` not. */
type Otherwise = {
  isSo: (now: FoundEntry) => boolean | Promise<boolean>
  why: (now: FoundEntry) => Problem | null
}

/**
 * Sends what is done to an entry: what came of it. The same request may have come twice, by two ways:
 * to the one that the other has overtaken it is done, as to whoever asks again later.
 */
export const send = async (
  desk: Desk,
  person: Person,
  { row, ref }: FoundEntry,
  asked: Pick<ChangeEvent, 'at'> &
    (Asked | Pick<Extract<ChangeEvent, { type: 'reacted' }>, 'type' | 'emoji' | 'adds'>),
  { isSo, why }: Otherwise,
): Promise<Changed | Problem> => {
  const origins = asked.type === 'reacted' ? [] : await originsOf(desk, row.id, ref)
  const event = {
    ...{ ...asked, ...actorOf(person, row), author: person.id, entry: ref },
    ...(origins.length === 0 ? {} : { origins }),
  }
  const sent = await desk.system.send(addressOf('conversation', row.id), event)
  if (sent.outcome === 'parked') return new Problem('conflict', 'parked')
  const now = await findEntry(desk, person, row.id, ref.clientId)
  if (isProblem(now)) return now
  // Done before, under the same id; what came after it stays.
  if (sent.outcome === 'repeat') {
    const { seq, changes, author } = sent.entry
    const isSame = changes === ref.clientId && author === person.id
    return isSame ? { entry: now.entry, seq } : new Problem('conflict', 'otherText')
  }
  if (sent.outcome === 'done')
    return { entry: now.entry, seq: sent.turn.entries[0]?.seq ?? now.entry.seq }
  if (await isSo(now)) return { entry: now.entry, seq: now.entry.seq }
  return why(now) ?? new Problem('conflict', 'notInThisState')
}

const whyNot = (
  person: Person,
  { row, entry, ref }: FoundEntry,
  type: Asked['type'],
  at: number,
): Problem | null => {
  if (entry.body.kind === 'withdrawn') return new Problem('conflict', 'entryWithdrawn')
  const may = type === 'revised' ? mayChange.revise : mayChange.withdraw
  if (may(person, row, ref, at)) return null
  if (row.closedAt !== null && ref.kind === 'text') return new Problem('conflict', 'chatEnded')
  if (at - ref.at <= CHANGE_WINDOW_MS) return new Problem('forbidden', 'notAllowed')
  const minutes = CHANGE_WINDOW_MS / MINUTE_MS
  return new Problem('conflict', 'entryTooOld', { values: { minutes } })
}
