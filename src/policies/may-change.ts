import * as rights from '../../actors/conversation/rights'
import type { Person } from '../../actors/people'
import type { ConversationRow } from '../../actors/summary'
import { may } from './may'
import { allows } from './permissions'

type Row = Pick<
  ConversationRow,
  'visitor' | 'guests' | 'department' | 'state' | 'agent' | 'offeredTo' | 'closedAt' | 'mergedInto'
>

/** Whether their role lets them write such a thing at all; visitors need no permission. */
const writes = (person: Person, { kind }: Pick<rights.EntryRef, 'kind'>): boolean =>
  person.kind === 'visitor'
    ? kind !== 'note'
    : allows(person, kind === 'note' ? 'conversations.note' : 'conversations.reply')

const by =
  (can: typeof rights.canChange) =>
  (person: Person | null, row: Row, entry: rights.EntryRef, at: number): boolean =>
    person !== null &&
    may.watch(person, row) &&
    writes(person, entry) &&
    can(row, entry, { author: person.id, at })

/** What somebody may do to one entry of a conversation; the conversation's turn asks the rights again. */
export const mayChange = {
  /** Say it otherwise, at a time, ms UTC. */
  revise: by(rights.canRevise),
  /** Take it back. */
  withdraw: by(rights.canChange),
  react: (person: Person | null, row: Row, entry: Pick<rights.EntryRef, 'kind'>): boolean =>
    person !== null &&
    may.watch(person, row) &&
    writes(person, entry) &&
    rights.canReact(row, entry, {
      by: person.kind === 'visitor' ? 'visitor' : 'agent',
      author: person.id,
    }),
}
