import * as rights from '../../actors/conversation/rights'
import { type Verb, type VerbRule, verbs } from '../../actors/conversation/verbs'
import type { Staff } from '../../actors/people'
import { may } from './may'
import { allows, type Permission } from './permissions'

type Row = Parameters<typeof may.watch>[1]

/** What a rule about one conversation asks, and whether it is so. */
export type Ground = {
  /**
   * `permission`: the role has it. `watch`: they may see the conversation. `state`: it can be done to it
   * now, and by them. `overrules`: another permission that does without all that.
   */
  asks: 'permission' | 'watch' | 'state' | 'overrules'
  permission?: Permission
  isSo: boolean
}

/** Why somebody may see a conversation: the first of these; null when they may not. */
export type Sees = 'holds' | 'offered' | 'all' | 'department' | null

export const whySees = (person: Staff, row: Row): Sees => {
  if (row.agent === person.id) return 'holds'
  if (row.offeredTo === person.id) return 'offered'
  if (allows(person, 'conversations.watch.all')) return 'all'
  return may.watch(person, row) ? 'department' : null
}

export type Why = { verb: Verb; may: boolean; grounds: readonly Ground[] }

/** Why somebody may do what a verb says to a conversation, or why not: what its rule asks, in order. */
export const why = (person: Staff, row: Row, verb: Verb): Why => {
  const rule: VerbRule = verbs[verb]
  const permission = rule.permission as Permission
  const { overrulers, watched, can } = rule
  const party = { by: 'agent', author: person.id } as const
  const grounds: Ground[] = [
    { asks: 'permission', permission, isSo: allows(person, permission) },
    ...(watched ? [{ asks: 'watch', isSo: may.watch(person, row) } as const] : []),
    ...(can ? [{ asks: 'state', isSo: can(row, party) } as const] : []),
    ...(overrulers ? [overruling(person, row, overrulers as Permission)] : []),
  ]
  return { verb, may: may[verb](person, row), grounds }
}

const overruling = (person: Staff, row: Row, permission: Permission): Ground => ({
  ...{ asks: 'overrules', permission },
  isSo: allows(person, permission) && may.watch(person, row) && rights.isOpen(row),
})

/** The verbs whose rule asks for a permission. */
export const verbsOf = (permission: Permission): Verb[] =>
  (Object.keys(verbs) as Verb[]).filter((verb) => {
    const rule: VerbRule = verbs[verb]
    return rule.permission === permission || rule.overrulers === permission
  })
