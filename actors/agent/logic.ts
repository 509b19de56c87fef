import { GRACE_MS } from '../limits'
import { logic, needsNothing } from '../logic'
import { initialAgent } from './context'
import { agentMachine } from './machine'
import { deriveAgentEffects, summarizeAgent } from './summary'

export const agent = logic({
  machine: agentMachine,
  initial: initialAgent(''),
  fallback: { graceMs: GRACE_MS, awayFor: '', roleReplies: true },
  shape: 1,
  upgrades: {},
  needs: needsNothing,
  derive: deriveAgentEffects,
  summarize: summarizeAgent,
})
