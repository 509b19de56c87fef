import { openDatabase } from '../chaos/rows'
import { scratchFolder, spawnProgram, waitFor } from '../support/programs'
import { type GaugedDesk, openGauged } from './gauged-desk'
import { untilDelivered } from './idle'
import { openSocket } from './load/socket'
import { openAll } from './load/talks'
import type { Bench } from './measure'
import { copyOf, databaseOf } from './ours'
import { type Pushed, socketOn, type Workbenches } from './workbenches'

export const DEPARTMENTS = 5
export const AGENTS_EACH = 100
/** When nothing has come over any socket for so long, what opening them caused is over, ms. */
const QUIET_MS = 1_500

/** A department and the cookies of its agents. */
export type Floor = { id: string; agents: string[] }
type Office = { dataDir: string; floors: Floor[] }

/** Departments full of agents who are signed in and away, so that whoever comes stays in line. */
const office = (bench: Bench): Promise<Office> =>
  bench.once('an office', async () => {
    bench.say(`${DEPARTMENTS} departments of ${AGENTS_EACH} agents`)
    return makeOffice(DEPARTMENTS, AGENTS_EACH)
  })

export const makeOffice = async (departments: number, agents: number): Promise<Office> => {
  const dataDir = scratchFolder()
  const args = [dataDir, `${agents}`, `${departments - 1}`, 'away']
  const program = spawnProgram(process.execPath, [`${import.meta.dir}/staff.ts`, ...args])
  await program.exited
  const [, ...parts] = program.output().split(/^department=/m)
  const floors = parts.map((part) => ({
    id: part.slice(0, part.indexOf('\n')),
    agents: part.match(/^session=.+$/gm) ?? [],
  }))
  if (floors.length < departments || floors.some((floor) => floor.agents.length < agents))
    throw new Error(`too few agents:\n${program.output()}`)
  return { dataDir, floors }
}

/** One desk over a fresh copy of the office, with gauges inside, for one piece of work. */
export const inOffice = async <R>(
  bench: Bench,
  work: (desk: GaugedDesk & { file: string }, floors: readonly Floor[]) => Promise<R>,
): Promise<R> => {
  const { dataDir, floors } = await office(bench)
  const folder = copyOf(dataDir)
  const desk = await openGauged(folder)
  try {
    return await work({ ...desk, file: databaseOf(folder) }, floors)
  } finally {
    await desk.stop()
  }
}

export type View = 'mine' | 'line'
/** Whose workbench it is, and which of its lists is shown. */
export type Watcher = { cookie: string; view: View }

/** Opens a workbench for each, without a conversation, and waits until the desk is at rest. */
export const openWatchers = async <W extends Watcher>(
  desk: GaugedDesk & { file: string },
  watchers: readonly W[],
  frame: (watcher: W, text: string) => void,
): Promise<Workbenches> => {
  const pushed: Pushed = { bytes: 0, closed: 0 }
  let heardAt = performance.now()
  const [first] = watchers
  const paths = first ? await pathsFor(desk, first.cookie) : { mine: '', line: '' }
  const streams = await openAll(watchers, (watcher) =>
    openSocket(desk.port, paths[watcher.view], watcher.cookie, {
      frame: (text) => {
        if (text.startsWith('{')) return
        heardAt = performance.now()
        frame(watcher, text)
      },
      bytes: (count) => (pushed.bytes += count),
      closed: () => (pushed.closed += 1),
    }),
  )
  await untilDelivered(desk.file)
  await waitFor('silence', () => performance.now() - heardAt > QUIET_MS, 60_000)
  return {
    pushed,
    end: () => {
      for (const stream of streams) stream.end()
    },
  }
}

const pathsFor = async (desk: GaugedDesk, cookie: string): Promise<Record<View, string>> => ({
  mine: await socketOn(desk, '/workbench', cookie),
  line: await socketOn(desk, '/workbench?view=line', cookie),
})

export type Waiting = { id: string; name: string; department: string }

/** Every conversation of the desk, in the order they began. */
export const conversationsIn = async (file: string): Promise<Waiting[]> => {
  const truth = await openDatabase(file)
  try {
    return await truth.query<Waiting>(
      'SELECT id, visitor_name AS name, department FROM conversations ORDER BY id',
    )
  } finally {
    await truth.close()
  }
}
