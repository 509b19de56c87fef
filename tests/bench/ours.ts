import { closeSync, cpSync, existsSync, fsyncSync, openSync } from 'node:fs'
import { join } from 'node:path'
import { ask } from '../chaos/ask'
import { type Hired, hire } from '../chaos/cluster'
import { goOnDuty, jar } from '../chaos/people'
import { openDatabase } from '../chaos/rows'
import { type Bellhop, type BellhopOptions, startBellhop } from '../support/program'
import { scratchFolder, waitFor } from '../support/programs'
import { text } from './load/talks'
import type { Running, Variant } from './variants'

/** Limits are for people; the generator is two hundred of them at one address. */
export const loud = { RATE_FACTOR: '1000000', LOG_LEVEL: 'error' }
/** As many as one agent may hold. */
export const CAPACITY = 50
const AT_ONCE = 16

export const agentsOf = (count: number): Hired[] =>
  Array.from({ length: count }, (_, nth) => ({
    email: `ana${nth}@example.com`,
    name: `Ana ${nth}`,
    password: `a long enough password ${nth}`,
  }))

/** A desk with agents in a folder that runs are copied from, made once. */
const makeDesk = async (count: number): Promise<string> => {
  const dataDir = scratchFolder()
  for (const who of agentsOf(count))
    await hire({ ...who, capacity: CAPACITY }, { dataDir, env: {} })
  return dataDir
}
const desks = new Map<number, Promise<string>>()

/** A fresh copy of a desk with so many agents. */
export const deskWith = async (agents: number): Promise<string> => {
  const made = desks.get(agents) ?? makeDesk(agents)
  desks.set(agents, made)
  return copyOf(await made)
}

export const copyOf = (dataDir: string): string => {
  const copy = scratchFolder()
  cpSync(dataDir, copy, { recursive: true, filter: (path) => !path.endsWith('.sock') })
  if (existsSync(databaseOf(copy))) settle(databaseOf(copy))
  return copy
}

/** On the disk before anything is measured: the first commit would wait for all of it. */
const settle = (file: string) => {
  const handle = openSync(file, 'r+')
  fsyncSync(handle)
  closeSync(handle)
}

export const databaseOf = (dataDir: string) => join(dataDir, 'bellhop.db')

export const open = async (options: BellhopOptions): Promise<Bellhop> => {
  const program = await startBellhop({ ...options, env: { ...loud, ...options.env } })
  await program.ready(30_000)
  return program
}

/** So many visitors ask for help, some at a time. Answers their cookies. */
export const startChats = async (url: string, count: number, name = 'Vera'): Promise<string[]> => {
  const cookies: string[] = []
  let next = 0
  const start = async () => {
    while (next < count) {
      const nth = next
      next += 1
      const form = { name: `${name} ${nth}`, text, client_id: `start-${nth}-${process.pid}` }
      const told = await ask(`${url}/chat`, { form, within: 20_000 })
      if (told.status >= 400) throw new Error(`no chat: ${told.status} ${told.text.slice(0, 300)}`)
      cookies[nth] = jar(...told.cookies)
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, start))
  return cookies
}

/** Waits until so many conversations are held; answers the ids of those of one visitor's name. */
export const untilActive = async (where: string, count: number, name = ''): Promise<string[]> => {
  const truth = await openDatabase(where)
  const sql = `SELECT id, visitor_name AS name FROM conversations WHERE state = 'active'`
  try {
    const held = async () => {
      const rows = await truth.query<{ id: string; name: string }>(sql)
      return rows.length >= count && rows
    }
    const rows = await waitFor(`${count} conversations to be held`, held, 30_000)
    return rows.filter((row) => row.name === name).map(({ id }) => id)
  } finally {
    await truth.close()
  }
}

type Options = {
  dataDir?: () => Promise<string>
  /** Opens what its agents look at, by their cookies; answers what ends it. */
  open?: (program: Bellhop, agents: readonly string[]) => Promise<() => void>
  /** A module that runs before it, to take something away from it. */
  preload?: string
}

/**
 * Ours on SQLite with its agents on duty: every conversation is held by one, as in earnest. The
 * agents are present by their requests, and look at nothing unless it is opened for them; the
 * readers are two tabs of each visitor.
 */
export const ours = ({
  dataDir = () => deskWith(4),
  open: look,
  preload,
}: Options = {}): Variant => ({
  wire: 'http',
  start: async (): Promise<Running> => {
    const folder = await dataDir()
    const program = await open({ dataDir: folder, preload })
    const agents: string[] = []
    for (const who of agentsOf(4)) agents.push(await goOnDuty(program.url, who))
    let end = () => {}
    return {
      postPort: program.port,
      readPort: program.port,
      pids: [program.pid],
      visitors: async (count) => {
        const cookies = await startChats(program.url, count)
        await untilActive(databaseOf(folder), count)
        if (look) end = await look(program, agents)
        return cookies
      },
      stop: async () => {
        end()
        await program.stop(20_000)
      },
    }
  },
})
