import type { Database } from 'bun:sqlite'

/**
 * Writes the file anew with what is in it and nothing of what was: pages that were let go of keep their
 * bytes until then, the index of words keeps what it forgot in its older segments, and the log keeps both.
 * It takes as long as the file is large, and nothing else is done meanwhile.
 */
export const compact = (db: Database): void => {
  db.run("INSERT INTO search_words (search_words) VALUES ('optimize')")
  // A copy of the whole file is made on the way: beside it, and not in memory.
  db.run('PRAGMA temp_store = FILE')
  try {
    db.run('VACUUM')
  } finally {
    db.run('PRAGMA temp_store = MEMORY')
  }
  const [folded] = db.query<{ busy: number }, []>('PRAGMA wal_checkpoint(TRUNCATE)').all()
  if (folded?.busy !== 0) throw new Error('The log could not be emptied: somebody reads the file')
}
