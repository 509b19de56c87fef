import { logic, needsNothing } from '../logic'
import { addedToVisitor, initialVisitor } from './context'
import { visitorMachine } from './machine'
import { deriveVisitorEffects, summarizeVisitor } from './summary'

export const visitor = logic({
  machine: visitorMachine,
  initial: initialVisitor(''),
  fallback: addedToVisitor,
  shape: 1,
  upgrades: {},
  needs: needsNothing,
  derive: deriveVisitorEffects,
  summarize: summarizeVisitor,
})
