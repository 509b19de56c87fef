import type { Database, Statement } from 'bun:sqlite'
import { duplicateOutcome, type WriteStep } from '../statements'
import { duplicateKey, sqliteFault } from './faults'

/** How one list of steps of a shared transaction ended; true once that is committed. */
export type StepsOutcome = { outcome: string } | { error: unknown }

/**
 * Several lists of steps in one `BEGIN IMMEDIATE … COMMIT`. One that stops or fails leaves nothing
 * and touches no other. Mostly none does, so they run without anything between them first; if one
 * must be undone all are, and run again, each under a savepoint of its own. Nothing is awaited:
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

  const inTurn = (steps: readonly WriteStep<string>[]): string => {
    for (const step of steps) {
      const outcome = outcomeOf(step)
      if (outcome !== 'done') return outcome
    }
    return 'done'
  }

  const alone = (steps: readonly WriteStep<string>[]): StepsOutcome => {
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

  /** All of them, or null when one of them must be undone. */
  const together = (group: readonly (readonly WriteStep<string>[])[]): StepsOutcome[] | null => {
    begin.run()
    try {
      const ended: StepsOutcome[] = []
      for (const steps of group) {
        const outcome = inTurn(steps)
        if (outcome !== 'done') return null
        ended.push({ outcome })
      }
      commit.run()
      return ended
    } catch {
      // What it was comes to light when each runs apart.
      return null
    } finally {
      if (db.inTransaction) rollback.run()
    }
  }

  const apart = (group: readonly (readonly WriteStep<string>[])[]): StepsOutcome[] => {
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

  return (group: readonly (readonly WriteStep<string>[])[]): StepsOutcome[] =>
    together(group) ?? apart(group)
}
