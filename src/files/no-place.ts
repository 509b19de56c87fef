import { codesOf } from '../disk/codes'
import { Unavailable } from '../store/unavailable'

/** What was sent cannot be kept now: the disk is full, or not to be written to. */
export class NoPlace extends Error {
  override readonly name = 'NoPlace'
}

const codes = /^(ENOSPC|EDQUOT|EROFS|EACCES|EPERM|EIO|ENOENT|ENOTDIR|EMFILE|ENFILE)$/

/** The same as `NoPlace` when a disk is behind it; any other problem as it is. */
export const asNoPlace = (problem: unknown): unknown => {
  const isDisk = codesOf(problem).some((code) => codes.test(code))
  const isFull = problem instanceof Unavailable && problem.full
  return isDisk || isFull ? new NoPlace('A file could not be kept', { cause: problem }) : problem
}
