import { existsSync, statfsSync, statSync } from 'node:fs'
import { resolve } from 'node:path'
import { causesOf, codesOf } from './codes'
import { nearest } from './nearest'
import { noRight } from './rights'
import { noRoom } from './room'

/** What the disk was seen to be at the moment that something failed. */
class DiskFault extends Error {
  override readonly name = 'DiskFault'
}

/**
 * Why a file or folder could not be read or written, with what puts it right, as the end of a
 * sentence. It looks at the disk as it is now, for SQLite and the kernel tell little: one code
 * for a full disk, a missing right and a missing folder. Undefined when the disk is not behind it.
 * `folder` holds nothing but what is this program's.
 */
export const diskFault = (problem: unknown, path: string, folder?: string): string | undefined => {
  const seen = causesOf(problem).find((one) => one instanceof DiskFault)
  if (seen) return seen.message
  const codes = codesOf(problem)
  const told = reasons.find(([code]) => codes.some((one) => code.test(one)))
  return told?.[1]({ path: resolve(path), folder: folder && resolve(folder), problem })
}

/** The same as an error of one sentence, `what` before it; any other problem as it is. */
export const explained = (
  problem: unknown,
  what: string,
  path: string,
  folder?: string,
): unknown => {
  const why = diskFault(problem, path, folder)
  return why === undefined ? problem : new Error(`${what}: ${why}`, { cause: problem })
}

/**
 * For who is about to take back what they made, which makes room again: the same problem, that tells
 * later how the disk was before.
 */
export const asSeen = (problem: unknown, path: string): unknown => {
  const codes = codesOf(problem)
  const isFull = codes.some((code) => FULL.test(code))
  if (!isFull && !codes.some((code) => UNCLEAR.test(code))) return problem
  const why = noRoom(resolve(path), isFull)
  return why === undefined ? problem : new DiskFault(why, { cause: problem })
}

type Fault = { path: string; folder: string | undefined; problem: unknown }

const FULL = /^(ENOSPC|SQLITE_FULL)$/
/** What is told of a full disk, a missing right and a missing folder alike. */
const UNCLEAR = /^(EROFS|EACCES|EPERM|ENOENT|SQLITE_(READONLY|CANTOPEN|IOERR|PERM)\w*)$/

/** What is behind a code, for a path; undefined when nothing of it is to be seen. */
const reasons: readonly [code: RegExp, why: (fault: Fault) => string | undefined][] = [
  [FULL, ({ path }) => noRoom(path, true)],
  [/^EDQUOT$/, ({ path }) => `the quota of this user is used up on the disk of ${path}: make room`],
  [/^(ENOTDIR|EEXIST)$/, ({ path }) => noFolder(nearest(path), path)],
  [/EISDIR$/, ({ path }) => `${path} is a folder, and a file is needed there: move it away`],
  [/^(EMFILE|ENFILE)$/, () => 'too many files are open: raise the limit (ulimit -n 65536)'],
  [/^(ELOOP|ENAMETOOLONG)$/, ({ path }) => `${path} is no name that the file system can follow`],
  [/^EIO$/, ({ path }) => `the disk of ${path} fails: look at the log of the system`],
  [
    UNCLEAR,
    (fault) =>
      takesNothing(fault.path) ??
      noRoom(fault.path, false) ??
      noRight(fault.path, fault.folder) ??
      nothingThere(fault),
  ],
]

const noFolder = (at: string, path: string): string =>
  statSync(at).isDirectory()
    ? `${path} is a link that leads nowhere`
    : `${at} is a file, and a folder is needed there`

const nothingThere = ({ path, problem }: Fault): string | undefined => {
  if (existsSync(path)) return undefined
  return isMaking(problem) ? notMade(nearest(path)) : `${path} is not there`
}

/** What the kernel shows of itself as files, by the types it gives them: /proc, /sys, and in that. */
const KERNEL_TYPES = new Set([0x9fa0, 0x62656572, 0x63677270, 0x27e0eb])

const takesNothing = (path: string): string | undefined => {
  const at = nearest(path)
  return KERNEL_TYPES.has(statfsSync(at).type) ? notMade(at) : undefined
}

const notMade = (at: string) =>
  `no file or folder of the desk can be made in ${at}: choose another place`

const isMaking = (problem: unknown) =>
  causesOf(problem).some((one) => 'syscall' in one && one.syscall === 'mkdir')
