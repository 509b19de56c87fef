import { ask } from '../chaos/ask'
import { isSettled } from '../chaos/room'
import { openDatabase } from '../chaos/rows'
import { spawnProgram, waitFor } from '../support/programs'
import { hold } from './generator'
import { cpuSeconds, residentBytes } from './load/cpu'
import type { Bench } from './measure'
import { copyOf, databaseOf, deskWith, open, startChats } from './ours'
import { watchWrites } from './sqlite-writes'
import { startFloor } from './variants'

export const CONNECTED = 10_000
export const AGENTS = 100
/** So many come first: what the first of them cost, like code that is compiled, is no visitor's. */
export const FIRST = 2_000
/** How long nobody says anything while writes and CPU are counted, seconds. */
const SILENCE = 10
/** Idle is who has been there a while: what their coming cost is collected by then, ms. */
const SETTLE = 10_000

export type Idle = {
  /** Bytes for each connection, and of the whole process in the end. */
  each: number
  whole: number
  writes: number
  /** Share of one core. */
  cpu: number
  closed: number
}

type Filled = { dataDir: string; visitors: string[]; agents: string[] }

/** A desk that ten thousand visitors have written to, and that a hundred agents are signed in at. */
const filledDesk = (bench: Bench): Promise<Filled> =>
  bench.once('idle desk', async () => {
    const dataDir = await deskWith(0)
    bench.say(`${CONNECTED} visitors write, ${AGENTS} agents sign in`)
    const program = await open({ dataDir })
    const visitors = await startChats(program.url, CONNECTED)
    await untilDelivered(databaseOf(dataDir))
    await program.stop(20_000)
    return { dataDir, visitors, agents: await staff(dataDir) }
  })

/** Nothing is left to do that a silent desk would then be seen doing. */
export const untilDelivered = async (file: string) => {
  const truth = await openDatabase(file)
  try {
    await waitFor('all mail to be delivered', () => isSettled(truth.query), 180_000)
  } finally {
    await truth.close()
  }
}

const staff = async (dataDir: string): Promise<string[]> => {
  const program = spawnProgram(process.execPath, [
    `${import.meta.dir}/staff.ts`,
    dataDir,
    `${AGENTS}`,
  ])
  await program.exited
  const cookies = program.output().match(/^session=.+$/gm) ?? []
  if (cookies.length < AGENTS) throw new Error(`too few agents:\n${program.output()}`)
  return cookies
}

const chatFeed = (cookie: string) => ({ path: '/chat/feed?after=0', cookie })

export const measureOurs = async (bench: Bench): Promise<Idle> => {
  const { dataDir, visitors, agents } = await filledDesk(bench)
  const folder = copyOf(dataDir)
  const program = await open({ dataDir: folder })
  const { port, pid } = program
  try {
    await ask(`${program.url}/chat`, { cookie: visitors[0] })
    const { each, release } = await comeAndStay({ port, pid }, visitors)
    const [writes, cpu] = await beSilent(databaseOf(folder), pid)
    const desk = agents.map((cookie) => ({ path: '/workbench/feed', cookie }))
    const releaseAgents = await hold({ do: 'hold', port, streams: desk })
    await Bun.sleep(SETTLE)
    const whole = residentBytes(pid)
    await releaseAgents()
    return { each, whole, writes, cpu, ...(await release()) }
  } finally {
    await program.stop(20_000)
  }
}

/** All connect, the first of them first. Answers what each of the others took, in bytes. */
const comeAndStay = async ({ port, pid }: { port: number; pid: number }, cookies: string[]) => {
  const streams = cookies.map(chatFeed)
  const first = await hold({ do: 'hold', port, streams: streams.slice(0, FIRST) })
  await Bun.sleep(SETTLE)
  const before = residentBytes(pid)
  const others = await hold({ do: 'hold', port, streams: streams.slice(FIRST) })
  await Bun.sleep(SETTLE)
  const each = (residentBytes(pid) - before) / (streams.length - FIRST)
  const release = async () => {
    const ended = [await others(), await first()]
    return { closed: ended.reduce((sum, { closed }) => sum + closed, 0) }
  }
  return { each, release }
}

const beSilent = async (file: string, pid: number): Promise<[writes: number, cpu: number]> => {
  const writes = watchWrites(file)
  const before = cpuSeconds([pid])
  await Bun.sleep(SILENCE * 1_000)
  return [writes(), (cpuSeconds([pid]) - before) / SILENCE]
}

export const measureFloor = async (): Promise<number> => {
  const floor = await startFloor({ file: 'direct.ts' })
  try {
    const cookies = Array.from({ length: CONNECTED }, (_, nth) => `visitor=r${nth}`)
    const { each, release } = await comeAndStay(floor, cookies)
    await release()
    return each
  } finally {
    await floor.stop()
  }
}
