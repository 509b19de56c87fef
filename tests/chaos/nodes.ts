import { freePort } from '../support/ports'
import { type Bellhop, type BellhopOptions, startBellhop } from '../support/program'

/** One process of the program that can be hurt and comes back on its port. */
export type Node = {
  url: string
  /** Whether it can be expected to answer. */
  isUp(): boolean
  /** As a power cut does. */
  kill(): Promise<void>
  start(): Promise<void>
  pause(): void
  resume(): void
  output(): string
}

export type Nodes = {
  all: readonly Node[]
  /** How often a node ended that nobody killed. */
  exits(): number
  stop(): Promise<void>
}

/**
 * Starts so many nodes of one desk, and waits until all are ready. `own` is what the nth of them has
 * for itself.
 */
export const startNodes = async (
  size: number,
  options: BellhopOptions,
  own: (nth: number) => Record<string, string> = () => ({}),
): Promise<Nodes> => {
  let exits = 0
  const all = await Promise.all(
    Array.from({ length: size }, (_, nth) =>
      openNode({ ...options, env: { ...options.env, ...own(nth) } }, () => (exits += 1)),
    ),
  )
  await Promise.all(all.map((node) => node.start()))
  return {
    all,
    exits: () => exits,
    stop: async () => void (await Promise.all(all.map((node) => node.kill()))),
  }
}

const openNode = async (options: BellhopOptions, onExit: () => void): Promise<Node> => {
  const port = await freePort()
  let program: Bellhop | null = null
  let paused = false
  let output = ''
  return {
    url: `http://127.0.0.1:${port}`,
    isUp: () => program !== null && !paused,
    kill: async () => {
      const killed = program
      if (!killed) return
      program = null
      paused = false
      killed.kill('SIGKILL')
      await killed.exited
      output += killed.stdout()
    },
    start: async () => {
      if (program) return
      const started = await startBellhop({ ...options, port })
      program = started
      void started.exited.then(() => {
        if (program !== started) return
        program = null
        output += started.stdout()
        onExit()
      })
      await started.ready(20_000)
    },
    pause: () => {
      program?.kill('SIGSTOP')
      paused = program !== null
    },
    resume: () => {
      paused = false
      program?.kill('SIGCONT')
    },
    output: () => output + (program?.stdout() ?? ''),
  }
}
