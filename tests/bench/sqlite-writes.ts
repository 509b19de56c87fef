import { Database } from 'bun:sqlite'
import { existsSync, statSync } from 'node:fs'

/**
 * What the store itself says of writes: `PRAGMA data_version` changes for this connection when
 * another one has committed, and the write-ahead log grows or is written anew.
 */
export const watchWrites = (file: string) => {
  const db = new Database(file, { readonly: true })
  const version = () =>
    (db.prepare('PRAGMA data_version').get() as { data_version: number }).data_version
  const log = () => {
    const { size, mtimeMs } = existsSync(`${file}-wal`)
      ? statSync(`${file}-wal`)
      : { size: 0, mtimeMs: 0 }
    return `${size} ${mtimeMs}`
  }
  let last = { version: version(), log: log() }
  let commits = 0
  const look = () => {
    const now = { version: version(), log: log() }
    if (now.version !== last.version || now.log !== last.log) commits += 1
    last = now
  }
  const looking = setInterval(look, 50)
  /** In how many twentieths of a second something was written. */
  return () => {
    clearInterval(looking)
    look()
    db.close()
    return commits
  }
}
