import type { Database, Statement } from 'bun:sqlite'
import type { Step } from '../statements'
import { sqliteFault, takenKey } from './faults'

/** How one list of steps of a shared transaction ended; true once that is committed. */
export type Ended = { outcome: string } | { error: unknown }

/**
 * Several lists of steps in one `BEGIN IMMEDIATE … COMMIT`, each under a savepoint of its own,
 * so that one that stops or fails leaves nothing and touches no other. Nothing is awaited:
 * no other statement of this process can come between. Throws when the whole of it is undone.
 */
export const transactionOver = (db: Database) => {
  const prepared = new Map<object, Statement>()
  const begin = db.prepare('BEGIN IMMEDIATE')
  const commit = db.prepare('COMMIT')
  const rollback = db.prepare('ROLLBACK')
  const save = db.prepare('SAVEPOINT own')
  const release = db.prepare('RELEASE own')
  const undo = db.prepare('ROLLBACK TO own')

  const changesOf = ({ statement, values }: Step<string>): number => {
    let ready = prepared.get(statement)
    if (!ready) {
      ready = db.prepare(statement.sql)
      prepared.set(statement, ready)
    }
    return ready.run(...values).changes
  }

  const outcomeOf = (step: Step<string>): string => {
    try {
      return changesOf(step) === 0 && step.none ? step.none : 'done'
    } catch (error) {
      if (step.taken && takenKey(error)?.includes(step.taken.key)) return step.taken.outcome
      throw error
    }
  }

  const inTurn = (steps: readonly Step<string>[]): string => {
    for (const step of steps) {
      const outcome = outcomeOf(step)
      if (outcome !== 'done') return outcome
    }
    return 'done'
  }

  const alone = (steps: readonly Step<string>[]): Ended => {
    save.run()
    try {
      const outcome = inTurn(steps)
      if (outcome !== 'done') undo.run()
      release.run()
      return { outcome }
    } catch (error) {
      // Some faults, like a full disk, end the transaction with everything in it.
      if (!db.inTransaction) throw error
      undo.run()
      release.run()
      return { error: sqliteFault(error) }
    }
  }

  return (group: readonly (readonly Step<string>[])[]): Ended[] => {
    begin.run()
    try {
      const ended = group.map(alone)
      commit.run()
      return ended
    } catch (error) {
      if (db.inTransaction) rollback.run()
      throw error
    }
  }
}
