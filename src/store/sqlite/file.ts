import { fchmodSync, fstatSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { makeFolder } from '../../disk/make-folder'
import type { Log } from '../../log'

/**
 * Makes the folder for its owner alone. One that was there keeps its mode, for it may hold other
 * things, but is told about. Answers how to take back what was made.
 */
export const prepareFolder = (path: string, log: Log): (() => void) => {
  const folder = dirname(path)
  const takeBack = makeFolder(folder)
  const mode = statSync(folder).mode & 0o777
  if (mode & 0o077) {
    log.warn('Others on this machine can look into the data folder', {
      folder,
      mode: mode.toString(8),
    })
  }
  return takeBack
}

/** Leaves a file to its owner alone; SQLite gives its side files the same mode. */
export const closeToOthers = (handle: number): void => {
  if (fstatSync(handle).mode & 0o077) fchmodSync(handle, 0o600)
}
