import type { Database, Statement } from 'bun:sqlite'
import { duplicateOutcome, type WriteStep } from '../statements'
import { duplicateKey } from './faults'

export type Steps = readonly WriteStep<string>[]

/**
 * Runs the steps of one list, each statement prepared once. Answers `done`, or the outcome of the
 * step that stopped it; every other fault is thrown.
 */
export const stepsOver = (db: Database) => {
  const prepared = new Map<object, Statement>()

  const changesOf = ({ statement, values }: WriteStep<string>): number => {
    let ready = prepared.get(statement)
    if (!ready) {
      ready = db.prepare(statement.sql)
      prepared.set(statement, ready)
    }
    return ready.run(...values).changes
  }

  const outcomeOf = (step: WriteStep<string>): string => {
    try {
      return changesOf(step) === 0 && step.onUnchanged ? step.onUnchanged : 'done'
    } catch (error) {
      const taken = duplicateOutcome(step, duplicateKey(error))
      if (taken) return taken
      throw error
    }
  }

  return (steps: Steps): string => {
    for (const step of steps) {
      const outcome = outcomeOf(step)
      if (outcome !== 'done') return outcome
    }
    return 'done'
  }
}
export type RunSteps = ReturnType<typeof stepsOver>
