import { runCli } from '../../src/cli/cli'
import type { Terminal } from '../../src/cli/terminal'
import { type Clock, systemClock } from '../../src/clock'
import { freePort } from '../support/ports'
import { scratchFolder, waitFor } from '../support/programs'

type Options = { env?: Record<string, string>; input?: string; clock?: Clock }

/** A terminal of this process that keeps what is said. Its environment is what the test says, and no more. */
const openTerminal = (
  { env = {}, input = '', clock = systemClock }: Options,
  untilStopped: Terminal['untilStopped'] = () => Promise.resolve(),
) => {
  const out: string[] = []
  const err: string[] = []
  const said: string[] = []
  const terminal: Terminal = {
    ...{ env, clock, untilStopped },
    out: (text) => {
      out.push(text)
      said.push(text)
    },
    err: (text) => {
      err.push(text)
      said.push(text)
    },
    input: async () => input,
  }
  const lines = (kept: readonly string[]) => kept.map((text) => `${text}\n`).join('')
  return {
    terminal,
    /** `said` is all of it, as a terminal shows it. */
    kept: () => ({ out: out.join('\n'), err: err.join('\n'), said: lines(said) }),
  }
}

/** A terminal for what prints and is not a command of its own. */
export const quietTerminal = (): Terminal => openTerminal({}).terminal

/** Runs one of the program's commands in this process and keeps what it says. */
export const runHere = async (
  argv: readonly string[],
  options: Options = {},
): Promise<{ code: number; out: string; err: string; said: string }> => {
  const { terminal, kept } = openTerminal(options)
  const code = await runCli(argv, terminal)
  return { code, ...kept() }
}

export type ServedHere = Awaited<ReturnType<typeof serveHere>>

/** The program serving in this process, on a port of its own, until it is told to stop. */
export const serveHere = async (
  options: { dataDir?: string; port?: number; host?: string; env?: Record<string, string> } = {},
) => {
  const { dataDir = scratchFolder(), port = await freePort(), host = '127.0.0.1', env } = options
  const url = `http://127.0.0.1:${port}`
  const stopped = Promise.withResolvers<void>()
  const { terminal, kept } = openTerminal({ env: { BASE_URL: url, ...env } }, () => stopped.promise)
  const argv = ['serve', '--host', host, '--port', `${port}`, '--data', dataDir]
  const ended = runCli(argv, terminal)
  const isOpen = () => kept().out.includes('Bellhop is open')
  await Promise.race([waitFor('the desk to open', isOpen, 15_000), ended])
  if (!isOpen()) throw new Error(kept().said)
  return {
    ...{ url, port, dataDir, said: () => kept().said },
    /** Asks it to end, and answers its exit code. */
    stop: () => {
      stopped.resolve()
      return ended
    },
  }
}
