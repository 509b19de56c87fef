import type { AnyStateMachine } from 'xstate'
import type { Kind } from './address'
import { freshAgent } from './agent/context'
import { agentMachine } from './agent/machine'
import { settleAgent, summarizeAgent } from './agent/summary'
import { freshConversation } from './conversation/context'
import { conversationMachine } from './conversation/machine'
import { settleConversation, summarizeConversation } from './conversation/summary'
import { freshDepartment } from './department/context'
import { departmentMachine } from './department/machine'
import { departmentNeeds } from './department/rules'
import { settleDepartment, summarizeDepartment } from './department/summary'
import type { Effect } from './effects'
import type { Needs } from './rows'
import type { Summary } from './summary'
import { type Transition, transitionOf } from './transition'
import { freshVisitor } from './visitor/context'
import { visitorMachine } from './visitor/machine'
import { settleVisitor, summarizeVisitor } from './visitor/summary'

export type State<Context> = { value: unknown; context: Context }

/** Looks at a whole turn and says what follows from it: reports and facts, on top of its effects. */
export type Settled<Context> = (
  before: State<Context> | null,
  after: State<Context>,
  effects: readonly Effect[],
  turn: { at: number; version: number },
) => Effect[]

/** Everything the system needs to know of one kind of actor. */
export type Logic = {
  machine: AnyStateMachine
  transition: Transition
  /** What it remembers before its first turn. */
  fresh: Readonly<Record<string, unknown>>
  /** The released shape of its snapshots; older ones are brought forward by `upgrades`. */
  shape: number
  /** Shape n's context and value made into shape n+1's, by n. */
  upgrades: Readonly<Record<number, (old: State<never>) => State<unknown>>>
  needs: (id: string, event: { type: string; conversation?: string }) => Needs
  settle: Settled<unknown>
  summarize: (state: State<unknown>) => Summary
}

const nothing = () => null

/** Ties one kind's own context type to the common one: the only place where it is let go. */
const logic = <Context>(
  machine: AnyStateMachine,
  fresh: Context & Record<string, unknown>,
  settle: Settled<Context>,
  summarize: (state: State<Context>) => Summary,
  needs: Logic['needs'] = nothing,
): Logic => ({
  machine,
  transition: transitionOf(machine),
  fresh,
  shape: 1,
  upgrades: {},
  needs,
  settle: settle as Settled<unknown>,
  summarize: summarize as Logic['summarize'],
})

const registry: Record<Kind, Logic> = {
  visitor: logic(visitorMachine, freshVisitor(''), settleVisitor, (state) => ({
    of: 'visitor',
    ...summarizeVisitor(state),
  })),
  conversation: logic(conversationMachine, freshConversation(''), settleConversation, (state) => ({
    of: 'conversation',
    ...summarizeConversation(state),
  })),
  agent: logic(agentMachine, freshAgent(''), settleAgent, (state) => ({
    of: 'agent',
    ...summarizeAgent(state),
  })),
  department: logic(
    departmentMachine,
    freshDepartment(''),
    settleDepartment,
    (state) => ({ of: 'department', ...summarizeDepartment(state) }),
    departmentNeeds,
  ),
}

export const logicOf = (kind: Kind): Logic => registry[kind]
