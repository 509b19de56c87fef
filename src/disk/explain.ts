import { accessSync, constants, existsSync, statfsSync, statSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { codesOf } from './codes'

/** With less room than this SQLite can keep neither the index of its log (32 KiB) nor a page. */
const ROOM_BYTES = 64 * 1024
/** More than this program ever writes at once, so that it is not for room that a write fails. */
const PLENTY_BYTES = 4 * 1024 * 1024

/**
 * Why a file or folder could not be read or written, with what puts it right, as the end of a
 * sentence. It looks at the disk as it is now, for SQLite and the kernel tell little: one code
 * for a full disk, a missing right and a missing folder. Undefined when the disk is not behind it.
 */
export const diskFault = (problem: unknown, path: string): string | undefined => {
  const codes = codesOf(problem)
  const told = reasons.find(([code]) => codes.some((one) => code.test(one)))
  return told?.[1](resolve(path))
}

/** The same as an error of one sentence, `what` before it; any other problem as it is. */
export const explained = (problem: unknown, what: string, path: string): unknown => {
  const why = diskFault(problem, path)
  return why === undefined ? problem : new Error(`${what}: ${why}`, { cause: problem })
}

/** What is behind a code, for a path; undefined when nothing of it is to be seen. */
const reasons: readonly [code: RegExp, why: (path: string) => string | undefined][] = [
  [/^(ENOSPC|SQLITE_FULL)$/, (path) => noRoom(path, true)],
  [/^EDQUOT$/, (path) => `the quota of this user is used up on the disk of ${path}: make room`],
  [/^(ENOTDIR|EEXIST)$/, (path) => noFolder(nearest(path), path)],
  [/EISDIR$/, (path) => `${path} is a folder, and a file is needed there: move it away`],
  [/^(EMFILE|ENFILE)$/, () => 'too many files are open: raise the limit (ulimit -n 65536)'],
  [/^(ELOOP|ENAMETOOLONG)$/, (path) => `${path} is no name that the file system can follow`],
  [/^EIO$/, (path) => `the disk of ${path} fails: look at the log of the system`],
  [
    /^(EROFS|EACCES|EPERM|ENOENT|SQLITE_(READONLY|CANTOPEN|IOERR|PERM)\w*)$/,
    (path) => noRoom(path, false) ?? noRight(path) ?? nothingThere(path),
  ],
]

const noRoom = (path: string, isFull: boolean): string | undefined => {
  const at = nearest(path)
  const { blocks, bavail, bsize, files, ffree } = statfsSync(at)
  // Some file systems count nothing, and tell of no room when there is some.
  const room = blocks > 0 ? bavail * bsize : undefined
  if (room === undefined) return isFull ? `the disk of ${at} has no room: make some` : undefined
  const left = `${Math.floor(room / 1024)} KB are left for ${at}`
  // Some file systems make inodes as they need them, and count none.
  if (files > 0 && ffree === 0 && room >= ROOM_BYTES)
    return `the disk has no inodes left, so no file can be added to ${at}: remove some that are not needed`
  // What did not fit was taken back, and has left its own room behind.
  if (room < (isFull ? PLENTY_BYTES : ROOM_BYTES))
    return `the disk is full (${left}): make room, then try again`
  return isFull
    ? `the disk takes no more (${left}): its inodes or the quota of this user are used up`
    : undefined
}

const noRight = (path: string): string | undefined => {
  const at = nearest(path)
  // SQLite writes its log beside the file, so what is there and the folder count too.
  const beside = ['-wal', '-shm', '-journal']
    .map((side) => `${path}${side}`)
    .filter((one) => existsSync(one))
  const places = statSync(at).isDirectory() ? [at] : [at, ...beside, dirname(at)]
  return places.map(refusalAt).find((why) => why !== undefined)
}

const refusalAt = (place: string): string | undefined => {
  const { uid, mode } = statSync(place)
  const isFolder = statSync(place).isDirectory()
  const wanted = constants.R_OK | constants.W_OK | (isFolder ? constants.X_OK : 0)
  try {
    accessSync(place, wanted)
    return undefined
  } catch (problem) {
    if (codesOf(problem).includes('EROFS'))
      return `${place} is on a read-only file system: mount it for writing, or choose another place`
    const shown = (mode & 0o7777).toString(8).padStart(4, '0')
    const own = process.geteuid?.() ?? 'another'
    return (
      `${place} belongs to user ${uid} (mode ${shown}), and this process runs as user ${own}: ` +
      `run it as user ${uid}, or chown -R ${own} ${place}`
    )
  }
}

const noFolder = (at: string, path: string): string =>
  statSync(at).isDirectory()
    ? `${path} is a link that leads nowhere`
    : `${at} is a file, and a folder is needed there`

const nothingThere = (path: string): string | undefined =>
  existsSync(path) ? undefined : `${path} is not there`

/** The path itself, or the nearest folder above it that is to be seen. */
const nearest = (path: string): string => {
  let at = path
  while (!existsSync(at) && at !== dirname(at)) at = dirname(at)
  return at
}
