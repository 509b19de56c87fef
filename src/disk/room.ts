import { statfsSync } from 'node:fs'
import { nearest } from './nearest'

/** With less room than this SQLite can keep neither the index of its log (32 KiB) nor a page. */
const ROOM_BYTES = 64 * 1024
/** More than this program ever writes at once, so that it is not for room that a write fails. */
const PLENTY_BYTES = 4 * 1024 * 1024
/** As many files as a start makes, so that some of them may have been taken back already. */
const FEW_INODES = 10

/**
 * Why nothing more fits where a path is, as the end of a sentence; undefined when there is room. Who
 * was told that the disk is full (`isFull`) is told why in any case.
 */
export const noRoom = (path: string, isFull: boolean): string | undefined => {
  const at = nearest(path)
  const { blocks, bavail, bsize, files, ffree } = statfsSync(at)
  // Some file systems count nothing, and tell of no room when there is some.
  const room = blocks > 0 ? bavail * bsize : undefined
  if (room === undefined) return isFull ? `the disk of ${at} has no room: make some` : undefined
  const left = `${Math.floor(room / 1024)} KB are left for ${at}`
  // Some file systems make inodes as they need them, and count none.
  const isWithoutInodes = files > 0 && ffree === 0 && room >= ROOM_BYTES
  const hasFewAtMost = files > 0 && ffree < FEW_INODES && room >= PLENTY_BYTES
  if (isWithoutInodes || (isFull && hasFewAtMost))
    return `the disk has no inodes left, so no file can be added to ${at}: remove some that are not needed`
  // What did not fit was taken back, and has left its own room behind.
  if (room < (isFull ? PLENTY_BYTES : ROOM_BYTES))
    return `the disk is full (${left}): make room, then try again`
  return isFull
    ? `the disk takes no more (${left}): its inodes or the quota of this user are used up`
    : undefined
}

/** Room that is left where a path is, or is to be, bytes; without end where the file system tells none. */
export const freeBytes = (path: string): number => {
  const { blocks, bavail, bsize } = statfsSync(nearest(path))
  return blocks > 0 ? bavail * bsize : Number.MAX_SAFE_INTEGER
}
