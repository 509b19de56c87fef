import { join } from 'node:path'
import { freePort } from './ports'
import { type Program, scratchFolder, spawnProgram, waitFor } from './programs'

/** The program itself, serving on a port of its own. */
export type Bellhop = {
  url: string
  port: number
  dataDir: string
  pid: number
  stdout(): string
  /** Until `/ready` answers 200. */
  ready(within?: number): Promise<void>
  kill(signal?: NodeJS.Signals): void
  stop(within?: number): Promise<number | null>
  exited: Program['exited']
}

export type BellhopOptions = {
  /** After `serve`. */
  args?: string[]
  env?: Record<string, string | undefined>
  dataDir?: string
  port?: number
  /** A module that runs before it, to take something away from it. */
  preload?: string
  /** A built program to run instead of this run's own. */
  binary?: string
  /** The folder it runs in. */
  cwd?: string
}

/** What a developer's own surroundings may not decide. */
const neutral = {
  ...{ PORT: undefined, HOST: undefined, DATA_DIR: undefined, DATABASE_URL: undefined },
  ...{ REDIS_URL: undefined, BASE_URL: undefined, SECRET: undefined, TRUST_PROXY: undefined },
}

export const startBellhop = async (options: BellhopOptions = {}): Promise<Bellhop> => {
  const port = options.port ?? (await freePort())
  const dataDir = options.dataDir ?? scratchFolder()
  const url = `http://127.0.0.1:${port}`
  const program = runBellhop(
    [
      'serve',
      '--host',
      '127.0.0.1',
      '--port',
      `${port}`,
      '--data',
      dataDir,
      ...(options.args ?? []),
    ],
    { ...options, env: { BASE_URL: url, ...options.env } },
  )
  return {
    ...{ url, port, dataDir, pid: program.pid, exited: program.exited },
    ...{ stdout: program.output, kill: program.kill, stop: program.stop },
    ready: (within = 15_000) => untilReady(program, url, within),
  }
}

const { BELLHOP_BUILT } = process.env
const main = join(import.meta.dir, '../../src/main.ts')

/** How the program is called: as a whole run has built it, for so it starts five times as quickly, or from source. */
export const ownCommand: readonly [command: string, ...args: string[]] = BELLHOP_BUILT
  ? [BELLHOP_BUILT]
  : [process.execPath, main]

/** Any other of its commands, such as `['doctor']`. */
export const runBellhop = (
  args: string[],
  options: Pick<BellhopOptions, 'env' | 'preload' | 'binary' | 'cwd'> & {
    input?: string | Uint8Array
  } = {},
): Program => {
  const { binary, preload } = options
  const prepared = preload ? ([process.execPath, '--preload', preload, main] as const) : ownCommand
  const [command, ...rest] = binary ? [binary] : prepared
  return spawnProgram(command, [...rest, ...args], {
    env: { ...neutral, ...options.env },
    cwd: options.cwd,
    input: options.input,
  })
}

const untilReady = async (program: Program, url: string, within: number) => {
  const ended = program.exited.then((code) => {
    throw new Error(`It ended with ${code} before it was ready:\n${program.output()}`)
  })
  const isReady = async () =>
    (await fetch(`${url}/ready`, { signal: AbortSignal.timeout(1_000) })).status === 200
  await Promise.race([ended, waitFor(`${url}/ready`, isReady, within)])
}
