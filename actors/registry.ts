import type { AnyStateMachine } from 'xstate'
import type { Kind } from './address'
import { initialAgent } from './agent/context'
import { agentMachine } from './agent/machine'
import { deriveAgentEffects, summarizeAgent } from './agent/summary'
import { initialConversation } from './conversation/context'
import { conversationMachine } from './conversation/machine'
import { deriveConversationEffects, summarizeConversation } from './conversation/summary'
import { initialDepartment } from './department/context'
import { departmentMachine } from './department/machine'
import { departmentNeeds } from './department/rules'
import { deriveDepartmentEffects, summarizeDepartment } from './department/summary'
import type { Derive, Logic, State } from './logic'
import type { Summary } from './summary'
import { transitionOf } from './transition'
import { initialVisitor } from './visitor/context'
import { visitorMachine } from './visitor/machine'
import { deriveVisitorEffects, summarizeVisitor } from './visitor/summary'

const nothing = () => null

/** Ties one kind's own context type to the common one: the only place where it is let go. */
const logic = <Context>(
  machine: AnyStateMachine,
  initial: Context & Record<string, unknown>,
  settle: Derive<Context>,
  summarize: (state: State<Context>) => Summary,
  needs: Logic['needs'] = nothing,
): Logic => ({
  machine,
  transition: transitionOf(machine),
  initial,
  shape: 1,
  upgrades: {},
  needs,
  derive: settle as Derive<unknown>,
  summarize: summarize as Logic['summarize'],
})

const registry: Record<Kind, Logic> = {
  visitor: logic(visitorMachine, initialVisitor(''), deriveVisitorEffects, (state) => ({
    of: 'visitor',
    ...summarizeVisitor(state),
  })),
  conversation: logic(
    conversationMachine,
    initialConversation(''),
    deriveConversationEffects,
    (state) => ({
      of: 'conversation',
      ...summarizeConversation(state),
    }),
  ),
  agent: logic(agentMachine, initialAgent(''), deriveAgentEffects, (state) => ({
    of: 'agent',
    ...summarizeAgent(state),
  })),
  department: logic(
    departmentMachine,
    initialDepartment(''),
    deriveDepartmentEffects,
    (state) => ({ of: 'department', ...summarizeDepartment(state) }),
    departmentNeeds,
  ),
}

export const logicOf = (kind: Kind): Logic => registry[kind]
