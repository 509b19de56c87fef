import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isProblem } from '../../../actors/problem'
import { paths } from '../../../views/paths'
import { hireAgent } from '../../commands/agents/hire'
import { readConfig } from '../../config'
import { ownProgram } from '../../disk/own-program'
import { openDesk } from '../../open'
import { CliError } from '../cli-error'
import { logOf, type Terminal } from '../terminal'

/** How long a desk may take to open, and to close, ms. */
const OPEN_MS = 30_000
const LOOK_MS = 50

export type SimulatedDesk = {
  port: number
  people: readonly { email: string; password: string }[]
  /** Memory of its process, bytes; 0 where the system does not tell. */
  memory(): Promise<number>
  close(): Promise<void>
}

/** A desk of its own with so many agents, in a process and a folder that go away again. */
export const openSimulated = async (
  terminal: Terminal,
  { agents, capacity }: { agents: number; capacity: number },
): Promise<SimulatedDesk> => {
  const dataDir = mkdtempSync(join(tmpdir(), 'bellhop-simulate-'))
  try {
    const people = await hireAll(terminal, dataDir, { agents, capacity })
    const desk = await serve(terminal, dataDir)
    const close = async () => {
      await desk.close()
      rmSync(dataDir, { recursive: true, force: true })
    }
    return { ...desk, people, close }
  } catch (problem) {
    rmSync(dataDir, { recursive: true, force: true })
    throw problem
  }
}

const environment = (dataDir: string) => ({
  ...{ DATA_DIR: dataDir, HOST: '127.0.0.1', LOG_LEVEL: 'error', RATE_FACTOR: '1000000' },
  // Nothing of another desk that may be set up here.
  ...{ DATABASE_URL: '', REDIS_URL: '', BASE_URL: '', SMTP_URL: '', SECRET: '', BACKUP_DIR: '' },
})

const hireAll = async (
  terminal: Terminal,
  dataDir: string,
  { agents, capacity }: { agents: number; capacity: number },
) => {
  const config = readConfig(environment(dataDir))
  const { desk, close } = await openDesk(config, { log: logOf(terminal, 'error') })
  try {
    const departments = (await desk.store.departments.all()).map(({ id }) => id)
    const people = Array.from({ length: agents }, (_, n) => ({
      ...{ name: `Agent ${n + 1}`, email: `agent-${n + 1}@simulate.test` },
      password: desk.clock.id(),
    }))
    for (const person of people) {
      const hired = await hireAgent(desk, person, { departments, capacity })
      if (isProblem(hired)) throw new CliError(`No agent could be made: ${hired.reason}`)
    }
    return people
  } finally {
    await close()
  }
}

const serve = async ({ clock }: Terminal, dataDir: string) => {
  const port = await freePort()
  const child = Bun.spawn([...ownProgram, 'serve', '--port', String(port)], {
    ...{ stdin: 'ignore', stdout: 'ignore', stderr: 'inherit' },
    env: { ...process.env, ...environment(dataDir) },
  })
  const isReady = () =>
    fetch(`http://127.0.0.1:${port}${paths.ready}`).then(
      ({ ok }) => ok,
      () => false,
    )
  const until = clock.ticks() + OPEN_MS
  while (!(await isReady())) {
    if (child.exitCode !== null || clock.ticks() > until) {
      child.kill('SIGKILL')
      throw new CliError('The desk that is to be loaded did not open')
    }
    await clock.sleep(LOOK_MS)
  }
  return {
    port,
    memory: async () => {
      const text = await Bun.file(`/proc/${child.pid}/status`)
        .text()
        .catch(() => '')
      return Number(/^VmRSS:\s+(\d+) kB/m.exec(text)?.[1] ?? 0) * 1024
    },
    close: async () => {
      child.kill('SIGTERM')
      await child.exited
    },
  }
}

/** One that nobody listens at now. */
const freePort = async (): Promise<number> => {
  const server = Bun.serve({ port: 0, hostname: '127.0.0.1', fetch: () => new Response() })
  const { port } = server
  await server.stop(true)
  if (port === undefined) throw new CliError('No port is free')
  return port
}
