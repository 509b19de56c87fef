import { chmodSync, closeSync, mkdirSync, openSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Log } from '../../log'

/**
 * Makes the folder for its owner alone. One that was there keeps its mode, for it may hold other
 * things, but is told about.
 */
export const prepareFolder = (path: string, log: Log): void => {
  const folder = dirname(path)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const mode = statSync(folder).mode & 0o777
  if (mode & 0o077) {
    log.warn('Others on this machine can look into the data folder', {
      folder,
      mode: mode.toString(8),
    })
  }
}

/** Makes the file for its owner alone; SQLite gives its side files the same mode. */
export const prepareFile = (path: string): void => {
  closeSync(openSync(path, 'a', 0o600))
  chmodSync(path, 0o600)
}
