import type { EntryRef } from '../../../actors/conversation/rights'
import { type Body, type Entry, isForDesk, isTalk } from '../../../actors/entry'
import type { Person } from '../../../actors/people'
import { isProblem, Problem } from '../../../actors/problem'
import type { ConversationRow } from '../../../actors/summary'
import { find } from '../conversations/access'
import type { Desk } from '../desk'

/** An entry that somebody said, as it is now, and the conversation it is in. */
export type FoundEntry = { row: ConversationRow; entry: Entry; ref: EntryRef }

/**
 * An entry by its client id, for who may know of it: what is for colleagues is not there for a visitor,
 * and what the desk says is nobody's.
 * Problems: missing.
 */
export const findEntry = async (
  desk: Desk,
  person: Person,
  id: string,
  clientId: string,
): Promise<FoundEntry | Problem> => {
  const row = await find(desk, person, id)
  if (isProblem(row)) return row
  const entry = await desk.unmasked.transcripts.shown(id, clientId)
  const isTheirs = person.kind === 'staff' || (entry && !isForDesk(entry.body))
  const kind = entry && isTheirs ? kindOf(entry) : null
  if (!entry || !kind) return new Problem('missing', 'missing')
  const { seq, at, author } = entry
  return { row, entry, ref: { clientId, seq, at, author, kind } }
}

const isWritten = (body: Body): body is Extract<Body, { kind: EntryRef['kind'] }> =>
  body.kind === 'note' || isTalk(body)

/** What it was written as; null for what no person wrote. */
const kindOf = ({ body, changes }: Entry): EntryRef['kind'] | null => {
  if (changes !== null) return null
  if (body.kind === 'withdrawn') return body.inside ? 'note' : 'text'
  return isWritten(body) ? body.kind : null
}
