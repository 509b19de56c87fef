import { scratchFolder, spawnProgram, waitFor } from '../support/programs'
import { generate } from './generator'
import type { MessagesJob, Result, Wire } from './load/job'
import { peers } from './peers'

/** A program under load: ours or a floor. */
export type Running = {
  postPort: number
  readPort: number
  pids: number[]
  /** Cookies of so many visitors, each with a conversation of their own. */
  visitors(count: number): Promise<string[]>
  stop(): Promise<void>
}
export type Variant = { wire: Wire; start(): Promise<Running> }

type Floor = { file: string; env?: Record<string, string>; command?: string }

/** Starts a program of `floors/` and hears on which port it listens. */
export const startFloor = async ({ file, env = {}, command = process.execPath }: Floor) => {
  const program = spawnProgram(command, [`${import.meta.dir}/floors/${file}`], { env })
  const ended = program.exited.then((code) => {
    throw new Error(`${file} ended with ${code}:\n${program.output().slice(-2000)}`)
  })
  ended.catch(() => {})
  const isUp = () => /^ready (\d+)$/m.exec(program.output())?.[1]
  const port = Number(await Promise.race([ended, waitFor(file, isUp, 20_000)]))
  return { port, pid: program.pid, stop: async () => void (await program.stop()) }
}

const running = (floor: Awaited<ReturnType<typeof startFloor>>): Running => ({
  postPort: floor.port,
  readPort: floor.port,
  pids: [floor.pid],
  visitors: async (count) => Array.from({ length: count }, (_, nth) => `visitor=r${nth}`),
  stop: floor.stop,
})

const file = () => `${scratchFolder()}/floor.db`

export const rawGroup: Variant = {
  wire: 'http',
  start: async () =>
    running(await startFloor({ file: 'sqlite.ts', env: { FILE: file(), COMMIT: 'group' } })),
}

export const rawSingle: Variant = {
  wire: 'http',
  start: async () =>
    running(await startFloor({ file: 'sqlite.ts', env: { FILE: file(), COMMIT: 'single' } })),
}

export const rawDirect: Variant = {
  wire: 'http',
  start: async () => running(await startFloor({ file: 'direct.ts' })),
}

export const socketIo: Variant = {
  wire: 'socket.io',
  start: async () => {
    const env = { FILE: file(), PEERS: await peers() }
    return running(await startFloor({ file: 'socket-io.mjs', env, command: 'node' }))
  },
}

type Load = Pick<MessagesJob, 'readers' | 'inFlight' | 'rate' | 'warmUp' | 'seconds'> & {
  visitors: number
}

/** Puts one variant under load, in a fresh process with an empty store. */
export const loadMessages = async (variant: Variant, load: Load): Promise<Result> => {
  const program = await variant.start()
  try {
    const visitors = await program.visitors(load.visitors)
    const { postPort, readPort, pids } = program
    const where = { postPort, readPort, pids, wire: variant.wire }
    return await generate({ do: 'messages', ...load, ...where, visitors })
  } finally {
    await program.stop()
  }
}
