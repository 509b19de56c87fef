import { Database } from 'bun:sqlite'
import { closeSync, openSync, readSync } from 'node:fs'
import { resolve } from 'node:path'

/** Where a SQLite file keeps `user_version`, a big-endian number: here the owner's process id. */
const OWNER_OFFSET = 60

/**
 * What this process holds. A file it has locked must never be opened and closed beside the lock:
 * the kernel would take that for letting go.
 */
const lockedFiles = new Set<string>()

/**
 * Makes this process the only one that works with a database. The lock is one the kernel keeps
 * on a small file beside it (SQLite's own, for Bun has no `flock`), so it ends with its process
 * however that ends, holds between containers of one machine, and is never stale.
 * Throws with the owner's process id when there is another.
 */
export const lockFor = (path: string): { release(): void } => {
  const file = `${resolve(path)}.lock`
  if (lockedFiles.has(file)) throw inUse(path, process.pid)
  closeSync(openSync(file, 'a', 0o600))
  const lock = new Database(file)
  try {
    lock.run('PRAGMA locking_mode = EXCLUSIVE')
    lock.run('BEGIN EXCLUSIVE')
    lock.run(`PRAGMA user_version = ${process.pid}`)
    lock.run('COMMIT')
  } catch (cause) {
    lock.close()
    throw inUse(path, ownerIn(file), cause)
  }
  lockedFiles.add(file)
  return {
    release: () => {
      lock.close()
      lockedFiles.delete(file)
    },
  }
}

const inUse = (path: string, owner: number, cause?: unknown) =>
  new Error(`${path} is in use by process ${owner}. Stop it first.`, { cause })

const ownerIn = (file: string): number => {
  const header = Buffer.alloc(4)
  const handle = openSync(file, 'r')
  try {
    readSync(handle, header, 0, header.length, OWNER_OFFSET)
  } finally {
    closeSync(handle)
  }
  return header.readUInt32BE()
}
