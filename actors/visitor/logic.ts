import { logic, needsNothing } from '../logic'
import { initialVisitor } from './context'
import { visitorMachine } from './machine'
import { deriveVisitorEffects, summarizeVisitor } from './summary'

export const visitor = logic({
  machine: visitorMachine,
  initial: initialVisitor(''),
  fallback: { address: '' },
  shape: 1,
  upgrades: {},
  needs: needsNothing,
  derive: deriveVisitorEffects,
  summarize: summarizeVisitor,
})
