import { freePort } from '../support/ports'
import { type Bellhop, type BellhopOptions, runBellhop, startBellhop } from '../support/program'

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

export type Cluster = {
  nodes: readonly Node[]
  /** How often a node ended that nobody killed. */
  exits(): number
  stop(): Promise<void>
}

/** Starts so many nodes over one database, and waits until all are ready. */
export const startCluster = async (size: number, options: BellhopOptions): Promise<Cluster> => {
  let exits = 0
  const nodes = await Promise.all(
    Array.from({ length: size }, () => openNode(options, () => (exits += 1))),
  )
  await Promise.all(nodes.map((node) => node.start()))
  return {
    nodes,
    exits: () => exits,
    stop: async () => void (await Promise.all(nodes.map((node) => node.kill()))),
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

export type Hired = { email: string; password: string; name: string }

/** Makes an account for an agent by the program's own command. */
export const hire = async (
  who: Hired & { capacity: number },
  at: { dataDir: string; env: Record<string, string> },
): Promise<void> => {
  const program = runBellhop(
    [
      ...['agent', 'create', '--data', at.dataDir, '--password-stdin'],
      ...['--email', who.email, '--name', who.name, '--capacity', `${who.capacity}`],
    ],
    { env: at.env, input: who.password },
  )
  const code = await program.exited
  if (code !== 0) throw new Error(`agent create ended with ${code}:\n${program.output()}`)
}
