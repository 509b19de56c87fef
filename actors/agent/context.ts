import type { AssignedHow } from '../entry'
import { GRACE_MS } from '../limits'
import type { RuleOf } from '../rule'
import { type AgentSettings, agentSettings } from './settings'

/**
 * A conversation in an agent's hands: held, or ringing and not answered yet. Both take a place, but for
 * one that is put off.
 */
export type Holding = {
  state: 'held' | 'ringing'
  /** The version of the turn that made it: what frees the agent names it, so no later one is undone. */
  claim: number
  since: number
  /** The department whose line offered it; null when they took it or a colleague handed it over. */
  department: string | null
  ticket: number
  offer: number
  how: AssignedHow
  /** Whether it is put off, by which turn of the conversation; left out for one that never was. */
  snooze?: { isOn: boolean; version: number }
}

/** What the desk remembers of an agent. Only the agent's own turns change what they hold. */
export type AgentContext = {
  id: string
  name: string
  departments: readonly string[]
  /** Departments they left at the last change, which are told once more. */
  leftDepartments: readonly string[]
  settings: AgentSettings
  /** Whether their role lets them answer visitors; their own setting may still say no. */
  roleReplies: boolean
  /** Since when they are let in no more; null while they are. Their settings stay as they are. */
  disabledAt: number | null
  holdings: Readonly<Record<string, Holding>>
  /** Nodes they are connected through. */
  nodes: readonly string[]
  /** How long they have, once out of reach, until they are away, ms. */
  graceMs: number
  /** Since when they hold no more than they did, for `longest-idle`. */
  idleSince: number
  /** Went away because they were out of reach, and have not come back to duty since. */
  lost: boolean
  /** Why they are away, for colleagues: one of `awayReasons` or their own words; empty while not said. */
  awayFor: string
}

/** What it does about an event. */
export type Rule<E> = RuleOf<AgentContext, E>

export const initialAgent = (id: string): AgentContext => ({
  id,
  name: '',
  departments: [],
  leftDepartments: [],
  settings: agentSettings.initial,
  roleReplies: true,
  disabledAt: null,
  holdings: {},
  nodes: [],
  graceMs: GRACE_MS,
  idleSince: 0,
  lost: false,
  awayFor: '',
})

/** How many places are taken: what is put off needs nobody until it wakes. */
export const loadOf = (context: AgentContext): number =>
  Object.values(context.holdings).filter(({ snooze }) => !snooze?.isOn).length
