import { format } from 'node:util'
import type { Log } from '../log'

type Console = { warn(...words: unknown[]): void; error(...words: unknown[]): void }

/**
 * What a library writes to the console becomes an event of the log like any other. Nothing of ours
 * writes there: a program that reads our log line by line finds JSON on each.
 */
export const consoleToLog = (log: Log, console: Console) => {
  console.warn = (...words) => log.warn('a library warns', { says: format(...words) })
  console.error = (...words) => log.error('a library has an error', { says: format(...words) })
}
