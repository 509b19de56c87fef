import * as rights from '../../actors/conversation/rights'
import type { Person, Staff } from '../../actors/people'
import type { ConversationRow } from '../../actors/summary'
import { allows, type Permission } from './permissions'

type Row = Pick<
  ConversationRow,
  'visitor' | 'department' | 'state' | 'agent' | 'offeredTo' | 'closedAt'
>

const isVisitorOf = (person: Person | null, row: Row): boolean =>
  person?.kind === 'visitor' && row.visitor === person.id
const isStaffWith = (person: Person | null, permission: Permission): person is Staff =>
  person?.kind === 'staff' && allows(person, permission)
/** A visitor needs no permission for what is theirs. */
const isVisitorOr = (person: Person | null, permission: Permission): person is Person =>
  person?.kind === 'visitor' || allows(person, permission)
const partyOf = ({ kind, id }: Person): rights.Party => ({
  by: kind === 'visitor' ? 'visitor' : 'agent',
  author: id,
})

/**
 * Who may do what: the whole table. Pure; the same answers decide a page, a command, a feed's
 * first line and each of its later ones. What a person may not even know of is answered with
 * "missing", exactly like what does not exist.
 *
 * What a conversation itself keeps to is in its `rights`, which its machine asks again in the turn,
 * where nothing comes between the question and the deed. Whether something may be said is decided
 * there alone: what was said before is answered as done, also after the end.
 */
export const may = {
  /** See a conversation and its transcript, and follow it live. */
  watch: (person: Person | null, row: Row): boolean => {
    if (!person) return false
    if (person.kind === 'visitor') return row.visitor === person.id
    return (
      row.agent === person.id ||
      row.offeredTo === person.id ||
      allows(person, 'conversations.watch.all') ||
      (allows(person, 'conversations.watch.department') &&
        person.departments.includes(row.department))
    )
  },
  /** Write at all; whether in this conversation, its own turn decides. */
  write: (person: Person | null): boolean => isVisitorOr(person, 'conversations.reply'),
  /** Write in it. */
  say: (person: Person | null, row: Row): boolean =>
    may.write(person) && person !== null && rights.canSay(row, partyOf(person)),
  /** Write a note that only colleagues see. */
  note: (person: Person | null, row: Row): boolean =>
    allows(person, 'conversations.note') && may.watch(person, row),
  /** Put tags on it and take them off. */
  tag: (person: Person | null, row: Row): boolean =>
    allows(person, 'conversations.tag') && may.watch(person, row),
  /** Say how far they have read: who may write in it, and who could until it ended. */
  markSeen: (person: Person | null, row: Row): boolean =>
    person !== null && rights.isParty(row, partyOf(person)),
  /** End it, hand it to somebody. */
  end: (person: Person | null, row: Row): boolean =>
    isVisitorOr(person, 'conversations.end') && rights.canEnd(row, partyOf(person)),
  transfer: (person: Person | null, row: Row): boolean =>
    isStaffWith(person, 'conversations.transfer') && rights.canTransfer(row, person.id),
  /** Take it from the line, or go on with a closed one. */
  take: (person: Person | null, row: Row): boolean =>
    allows(person, 'conversations.take') && may.watch(person, row) && rights.canTake(row),
  /** Answer an offer. */
  answerOffer: (person: Person | null, row: Row): boolean =>
    isStaffWith(person, 'conversations.answerOffer') &&
    row.state === 'offered' &&
    row.offeredTo === person.id,
  /** Both until some time after the end; `at` is when, ms UTC. */
  rate: (person: Person | null, row: Row & { answered: boolean }, at: number): boolean =>
    isVisitorOf(person, row) && rights.canRate(row, at),
  reopen: (person: Person | null, row: Row, at: number): boolean =>
    isVisitorOf(person, row) && rights.canReopen(row, at),
  /** Use the workbench at all. */
  work: (person: Person | null): person is Staff =>
    person?.kind === 'staff' && allows(person, 'workbench.use'),
}
