import { freePort, isOpen } from './ports'
import {
  findProgram,
  needProgram,
  type Program,
  scratchFolder,
  spawnProgram,
  waitFor,
} from './programs'

export const hasRedis = findProgram('redis-server') !== undefined

/** A Redis of a test's own, that keeps nothing and can be hurt in the ways a real one is. */
export type TestRedis = {
  url: string
  port: number
  pid(): number
  /** As a power cut does. */
  kill(): Promise<void>
  stop(): Promise<void>
  /** It stays connected and answers nothing, until `resume`. */
  pause(): void
  resume(): void
  /** Ends it if it runs, and starts it on the same port. */
  restart(): Promise<void>
}

/** `args` are for the server alone, such as its certificate. */
type Options = { password?: string; port?: number; args?: readonly string[] }

export const startRedis = async (options: Options = {}): Promise<TestRedis> => {
  const port = options.port ?? (await freePort())
  const folder = scratchFolder()
  let program = await start(port, folder, options)
  const kill = async () => {
    program.kill()
    await program.exited
  }
  return {
    url: `redis://${options.password === undefined ? '' : `:${options.password}@`}127.0.0.1:${port}`,
    port,
    pid: () => program.pid,
    kill,
    stop: async () => void (await program.stop()),
    pause: () => program.pause(),
    resume: () => program.resume(),
    restart: async () => {
      await kill()
      program = await start(port, folder, options)
    },
  }
}

const start = async (
  port: number,
  folder: string,
  { password, args = [] }: Options,
): Promise<Program> => {
  const program = spawnProgram(needProgram('redis-server'), [
    ...['--port', `${port}`, '--bind', '127.0.0.1', '--dir', folder],
    ...['--save', '', '--appendonly', 'no', '--daemonize', 'no'],
    ...(password === undefined ? [] : ['--requirepass', password]),
    ...args,
  ])
  await waitFor('Redis to listen', () => isOpen(port))
  return program
}
