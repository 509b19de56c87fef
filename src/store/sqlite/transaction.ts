import type { Database } from 'bun:sqlite'
import { sqliteFault } from './faults'
import { type RunSteps, type Steps, stepsOver } from './steps'

/** How one list of steps of a shared transaction ended; true once that is committed. */
export type StepsOutcome = { outcome: string } | { error: unknown }

/**
 * Several lists of steps in one `BEGIN IMMEDIATE … COMMIT`. One that stops or fails leaves nothing
 * and touches no other. Mostly none does, so they run without anything between them first; if one
 * must be undone all are, and run again, each under a savepoint of its own. Nothing is awaited:
 * no other statement of this process can come between. Throws when the whole of it is undone.
 */
export const transactionOver = (db: Database) => {
  const run = stepsOver(db)
  const parts = {
    ...{ db, run, alone: aloneOver(db, run) },
    begin: db.prepare('BEGIN IMMEDIATE'),
    commit: db.prepare('COMMIT'),
    rollback: db.prepare('ROLLBACK'),
  }
  return (group: readonly Steps[]): StepsOutcome[] => together(parts, group) ?? apart(parts, group)
}

type Statement = { run(): unknown }
type Parts = {
  db: Database
  run: RunSteps
  alone: (steps: Steps) => StepsOutcome
  begin: Statement
  commit: Statement
  rollback: Statement
}

/** All of them, or null when one of them must be undone. */
const together = (
  { db, run, begin, commit, rollback }: Parts,
  group: readonly Steps[],
): StepsOutcome[] | null => {
  begin.run()
  try {
    const ended: StepsOutcome[] = []
    for (const steps of group) {
      const outcome = run(steps)
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

const apart = (
  { db, alone, begin, commit, rollback }: Parts,
  group: readonly Steps[],
): StepsOutcome[] => {
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

/** One list under a savepoint of its own. */
const aloneOver = (db: Database, run: RunSteps) => {
  const save = db.prepare('SAVEPOINT own')
  const release = db.prepare('RELEASE own')
  const undo = db.prepare('ROLLBACK TO own')
  return (steps: Steps): StepsOutcome => {
    save.run()
    try {
      const outcome = run(steps)
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
}
