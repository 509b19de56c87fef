import type { Person, Staff } from '../../actors/people'
import { type ConversationRow, isOver } from '../../actors/summary'
import { allows } from './permissions'

type Row = Pick<ConversationRow, 'visitor' | 'department' | 'state' | 'agent' | 'offeredTo'>

const waits = (row: Row) =>
  row.state === 'waiting' || row.state === 'left' || row.state === 'offered'

/**
 * Who may do what: the whole table. Pure; the same answers decide a page, a command, a feed's
 * first line and each of its later ones. What a person may not even know of is answered with
 * "missing", exactly like what does not exist.
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
  /** Write in it. */
  say: (person: Person | null, row: Row): boolean => {
    if (!person || isOver(row)) return false
    return person.kind === 'visitor'
      ? row.visitor === person.id
      : allows(person, 'conversations.reply') && row.state === 'active' && row.agent === person.id
  },
  /** End it, hand it to somebody. */
  end: (person: Person | null, row: Row): boolean =>
    (person?.kind === 'visitor' || allows(person, 'conversations.end')) && may.say(person, row),
  transfer: (person: Person | null, row: Row): boolean =>
    allows(person, 'conversations.transfer') && may.say(person, row),
  /** Take it from the line, or go on with a closed one. */
  take: (person: Person | null, row: Row): boolean =>
    allows(person, 'conversations.take') && may.watch(person, row) && (waits(row) || isOver(row)),
  /** Answer an offer. */
  answerOffer: (person: Person | null, row: Row): boolean =>
    allows(person, 'conversations.answerOffer') &&
    row.state === 'offered' &&
    row.offeredTo === person?.id,
  rate: (person: Person | null, row: Row): boolean =>
    person?.kind === 'visitor' && row.visitor === person.id && isOver(row),
  reopen: (person: Person | null, row: Row): boolean =>
    person?.kind === 'visitor' && row.visitor === person.id && isOver(row),
  /** Use the workbench at all. */
  work: (person: Person | null): person is Staff =>
    person?.kind === 'staff' && allows(person, 'workbench.use'),
}
