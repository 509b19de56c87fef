import { type Clock, systemClock } from '../clock'
import { type Level, type Log, openLog } from '../log'
import { CliError } from './cli-error'

/** Where a command runs: what it is given, where it speaks, and how it hears that it is to end. */
export type Terminal = {
  env: Record<string, string | undefined>
  clock: Clock
  /** A line, or several, for whoever asked. */
  out(text: string): void
  /** The same for what went wrong, and for the log. */
  err(text: string): void
  /** All of standard input. Throws a sentence when it is no text in UTF-8. */
  input(): Promise<string>
  /** Settles when a command that goes on by itself is asked to end. */
  untilStopped(): Promise<void>
}

/** What every command works with: its terminal, and how it tells its exit code (else 0). */
export type Cli = Terminal & { finish(code: number): void }

/** A log for whoever watches the terminal. */
export const logOf = ({ err }: Terminal, level: Level): Log =>
  openLog(level, (line) => err(line.trimEnd()))

/** How long after a signal the program is gone in any case, ms. */
const FORCED_EXIT_MS = 15_000

/** The terminal this process was started in. */
export const ownTerminal = (): Terminal => ({
  env: process.env,
  clock: systemClock,
  out: (text) => console.log(text),
  err: (text) => void process.stderr.write(`${text}\n`),
  input: async () => textOf(await Bun.stdin.bytes()),
  untilStopped,
})

/** Bytes that mean nothing are not made into signs that nobody has typed. */
const textOf = (bytes: Uint8Array): string => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new CliError('What came on standard input is no text in UTF-8: send it as UTF-8', 2)
  }
}

/** The first signal asks for a graceful stop; the second, or 15 s, ends the program at once. */
const untilStopped = () =>
  new Promise<void>((resolve) => {
    let asked = false
    const ask = () => {
      if (asked) process.exit(1)
      asked = true
      // Whatever hangs, the program ends in time; that it had to be cut off is a failure.
      process.exitCode = 1
      setTimeout(() => process.exit(1), FORCED_EXIT_MS).unref()
      resolve()
    }
    process.on('SIGTERM', ask)
    process.on('SIGINT', ask)
    // A closed terminal or a broken pipe is no reason to close the desk.
    process.on('SIGHUP', () => {})
    process.stdout.on('error', () => {})
    process.stderr.on('error', () => {})
  })
