import { type BigIntStats, type Stats, statSync } from 'node:fs'

/**
 * Throws a sentence unless what is at a path, by whatever link, is a regular file, or nothing is
 * there. It is asked before anything is opened: a pipe would be waited for, and a device may do
 * something of its own.
 */
export const proveRegular = (path: string): void => {
  const known = statSync(path, { throwIfNoEntry: false })
  if (known) proveRegularStats(path, known)
}

/** The same for who has looked already, at the path or at a handle. */
export const proveRegularStats = (path: string, stats: Stats | BigIntStats): void => {
  if (stats.isFile()) return
  throw new Error(`${path} is ${kindOf(stats)}, and a file is needed there: name another place`)
}

const kindOf = (stats: Stats | BigIntStats): string => {
  if (stats.isDirectory()) return 'a folder'
  if (stats.isFIFO()) return 'a pipe (FIFO)'
  if (stats.isSocket()) return 'a socket'
  return stats.isCharacterDevice() || stats.isBlockDevice() ? 'a device' : 'no regular file'
}
