import { Database } from 'bun:sqlite'
import { expect } from 'bun:test'
import { runBellhop } from '../support/program'
import { waitFor } from '../support/programs'

/** So many that what is killed is in the middle of them. */
export const ROWS = 60_000

export const fill = (path: string) => {
  const db = new Database(path)
  db.run(`WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${ROWS})
    INSERT INTO attempts (key, count, until) SELECT 'limit ' || hex(randomblob(40)) || i, i, 9000000000000 FROM n`)
  db.close()
}

export const rowsIn = (path: string) => {
  const db = new Database(path)
  try {
    expect(db.query('PRAGMA integrity_check').values()).toEqual([['ok']])
    return db.query<[number], []>('SELECT count(*) FROM attempts').values()[0]?.[0]
  } finally {
    db.close()
  }
}

/** Runs a command until something is seen of it, and kills it a little later. Whether it was still at it. */
export const killed = async (args: string[], seen: () => unknown, laterMs: number, env = {}) => {
  const program = runBellhop(args, { env })
  const ended = program.exited.then(() => 'ended' as const)
  await Promise.race([ended, waitFor('it to be at it', seen, 30_000, 1)])
  await Promise.race([ended, Bun.sleep(laterMs)])
  program.kill('SIGKILL')
  return (await program.exited) === null
}
