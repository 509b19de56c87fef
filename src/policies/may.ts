import * as rights from '../../actors/conversation/rights'
import { type Verb, type VerbRule, verbs } from '../../actors/conversation/verbs'
import type { Person, Staff } from '../../actors/people'
import type { ConversationRow } from '../../actors/summary'
import { allows, type Permission } from './permissions'

type Row = Pick<
  ConversationRow,
  'visitor' | 'guests' | 'department' | 'state' | 'agent' | 'offeredTo' | 'closedAt' | 'mergedInto'
>

const isVisitorOf = (person: Person | null, row: Row): boolean =>
  person?.kind === 'visitor' && rights.isVisitors(row, person.id)
/** A visitor needs no permission for what is theirs. */
const isVisitorOr = (person: Person | null, permission: Permission): person is Person =>
  person?.kind === 'visitor' || allows(person, permission)
const partyOf = ({ kind, id }: Person): rights.Party => ({
  by: kind === 'visitor' ? 'visitor' : 'agent',
  author: id,
})

const watch = (person: Person | null, row: Row): boolean => {
  if (!person) return false
  if (person.kind === 'visitor') return isVisitorOf(person, row)
  return (
    row.agent === person.id ||
    row.offeredTo === person.id ||
    allows(person, 'conversations.watch.all') ||
    (allows(person, 'conversations.watch.department') &&
      person.departments.includes(row.department))
  )
}

/** Whether somebody may do what a verb says to a conversation. */
type Asks = (person: Person | null, row: Row) => boolean

const ofVerb =
  (rule: VerbRule & { permission: Permission; overrulers?: Permission }): Asks =>
  (person, row) => {
    const { permission, visitors, watched, can, overrulers } = rule
    if (person === null) return false
    if (overrulers && allows(person, overrulers) && watch(person, row) && rights.isOpen(row))
      return true
    return (
      (visitors ? isVisitorOr(person, permission) : allows(person, permission)) &&
      (!watched || watch(person, row)) &&
      (!can || can(row, partyOf(person)))
    )
  }

const ofVerbs = Object.fromEntries(
  Object.entries(verbs).map(([verb, rule]) => [verb, ofVerb(rule)]),
) as Readonly<Record<Verb, Asks>>

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
  watch,
  /** Write at all; whether in this conversation, its own turn decides. */
  write: (person: Person | null): boolean => isVisitorOr(person, 'conversations.reply'),
  /** What is done to one conversation. */
  ...ofVerbs,
  /** Say how far they have read: who may write in it, and who could until it ended. */
  markSeen: (person: Person | null, row: Row): boolean =>
    person !== null && rights.isParty(row, partyOf(person)),
  /** Both until some time after the end; `at` is when, ms UTC. */
  rate: (person: Person | null, row: Row & { answered: boolean }, at: number): boolean =>
    isVisitorOf(person, row) && rights.canRate(row, at),
  reopen: (person: Person | null, row: Row, at: number): boolean =>
    isVisitorOf(person, row) && rights.canMerge(row) && rights.canReopen(row, at),
  /** Use the workbench at all. */
  work: (person: Person | null): person is Staff =>
    person?.kind === 'staff' && allows(person, 'workbench.use'),
}
