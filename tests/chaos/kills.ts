import { expect } from 'bun:test'
import { join } from 'node:path'
import { runBellhop } from '../support/program'
import { scratchFolder } from '../support/programs'
import { chanceOf, newSeed } from './chance'
import { faultsIn, noFaults } from './checker'
import { type Hired, hire } from './cluster'
import { killNode, strikeAll } from './faults'
import { startNodes } from './nodes'
import { signIn } from './people'
import { historyOf } from './remains'
import { openDatabase } from './rows'
import { openScene, play } from './scene'
import { counted } from './told'

const ana: Hired = { name: 'Ana', email: 'ana@example.com', password: 'a long enough password' }
const olga: Hired = { ...ana, name: 'Olga', email: 'olga@example.com' }
const env = { RATE_FACTOR: '1000', LOG_LEVEL: 'warn' }

type Run = {
  /** How often the node is killed. */
  times: number
  /** How long people write after that, ms. */
  calm?: number
  /** A module that takes something away from the node. */
  preload?: string
}

/** One node on SQLite is killed so often while people write. Answers what came of it. */
export const writeToOne = async ({ times, calm = 0, preload }: Run) => {
  const seed = newSeed()
  console.log(`CHAOS_SEED=${seed}`)
  const dataDir = scratchFolder()
  await hire({ ...ana, capacity: 10 }, { dataDir, env })
  await hire(olga, { dataDir, env })
  const nodes = await startNodes(1, { dataDir, env, ...(preload ? { preload } : {}) })
  const database = await openDatabase(join(dataDir, 'bellhop.db'))
  try {
    const cast = { nodes: nodes.all, chance: chanceOf(seed + 1), query: database.query }
    const scene = await openScene(cast, { visitors: 5, agents: [ana] })
    const cookie = await signIn(nodes.all[0]?.url ?? '', olga)
    const kills = Array.from({ length: times }, () => killNode(nodes, 0))
    const pace = { calm: [500, 900], trouble: [0, 100] } as const
    const history = await play(scene, cast, {
      trouble: async () => {
        await strikeAll(kills, chanceOf(seed), pace)
        await Bun.sleep(calm)
      },
      pause: [5, 40],
      merges: { cookie },
    })
    const counts = counted(await historyOf(history, scene, database.query, { dataDir, nodes }))
    return { counts, dataDir }
  } finally {
    await database.close()
    await nodes.stop()
  }
}

/** One node on SQLite is killed so often while people write: nothing lost, every page whole. */
export const killUnderLoad = async (times: number): Promise<void> => {
  const { counts, dataDir } = await writeToOne({ times })
  expect(faultsIn(counts)).toEqual(noFaults)
  expect(counts).toMatchObject({ readers: 8, complete: 8 })
  expect(counts.acked).toBeGreaterThan(times * 10)
  expect(counts.resent).toBeGreaterThan(0)
  const replayed = runBellhop(['replay', '--all', '--data', dataDir], { env })
  expect({ code: await replayed.exited, says: replayed.output() }).toMatchObject({ code: 0 })
}
