import { constants, Database } from 'bun:sqlite'
import { closeSync, openSync, readSync, statSync } from 'node:fs'
import { pathToFileURL } from 'node:url'

const HEADER_BYTES = 100

/** The header of a file that is open. */
export const firstBytes = (handle: number): Buffer => {
  const bytes = Buffer.alloc(HEADER_BYTES)
  return bytes.subarray(0, readSync(handle, bytes, 0, HEADER_BYTES, 0))
}

/** The header of a file that is not open. */
export const peekAt = (path: string): Buffer => {
  const handle = openSync(path, 'r')
  try {
    return firstBytes(handle)
  } finally {
    closeSync(handle)
  }
}

/** Bytes in the log of a file; 0 where there is none. */
export const logBytes = (path: string) =>
  statSync(`${path}-wal`, { throwIfNoEntry: false })?.size ?? 0

/**
 * Without the log of a file there is nothing but the file: taken as one that nobody changes, it is
 * read without a lock and without the two files SQLite would otherwise make beside it.
 */
export const openToLook = (path: string, isWal: boolean): Database => {
  if (!isWal || logBytes(path) > 0) return new Database(path, { readonly: true })
  const flags = constants.SQLITE_OPEN_READONLY | constants.SQLITE_OPEN_URI
  return new Database(`${pathToFileURL(path).href}?immutable=1`, flags)
}
