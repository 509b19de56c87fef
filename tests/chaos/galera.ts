import { startGalera, type TestGalera } from '../support/galera'
import { runBellhop } from '../support/program'
import { startRedis } from '../support/redis'
import { chanceOf, newSeed } from './chance'
import { agentsNamed, type Cluster, furnish, placeOf } from './cluster'
import { type Fault, strikeAll } from './faults'
import { type Nodes, startNodes } from './nodes'
import { historyOf } from './remains'
import { openDatabase, tornIn } from './rows'
import { openScene, play } from './scene'
import { counted } from './told'

const SIZE = 3
const VISITORS = 4
const agents = agentsNamed('Ana', 'Amir')

type Spread = Omit<Cluster, 'mariadb'> & { galera: TestGalera }

/** As many nodes of ours as servers, each with a server of its own. */
const openSpread = async (preload?: string): Promise<Spread> => {
  const [galera, redis] = await Promise.all([startGalera(), startRedis()])
  const urls = await galera.fresh()
  const urlOf = (nth: number) => urls[nth] ?? ''
  const at = placeOf(urlOf(0), redis)
  await furnish(at, agents, VISITORS)
  const own = (nth: number) => ({ DATABASE_URL: urlOf(nth) })
  const nodes = await startNodes(SIZE, { ...at, ...(preload ? { preload } : {}) }, own)
  const database = await openDatabase(urlOf(0))
  return {
    ...{ nodes, galera, redis, database, at },
    close: async () => {
      await database.close()
      await nodes.stop()
      await Promise.all([galera.stop(), redis.stop()])
    },
  }
}

type Run = {
  /** How long everybody writes, ms. */
  length: number
  faults?: (nodes: Nodes, galera: TestGalera) => Fault[]
  /** A module that takes something away from every node. */
  preload?: string
}

/** What a node logs of every answer with status 500. */
const FAILED = /a request failed/g

/**
 * Three write for each visitor at once, through any node, and agents answer. Answers what came of
 * it, how many requests failed, and what `replay` says of all journals.
 */
export const writeOverAll = async ({ length, faults, preload }: Run) => {
  const seed = newSeed()
  console.log(`CHAOS_SEED=${seed}`)
  const spread = await openSpread(preload)
  const { nodes, galera, database, at } = spread
  try {
    const cast = { nodes: nodes.all, chance: chanceOf(seed + 1), query: database.query }
    const scene = await openScene(cast, { visitors: VISITORS, agents })
    const all = faults?.(nodes, galera) ?? []
    const calm = length / (all.length + 2)
    const pace = { calm: [calm / 2, calm], trouble: [2_000, 6_000] } as const
    const history = await play(scene, cast, {
      trouble: async () => {
        const rest = Bun.sleep(length)
        await strikeAll(all, chanceOf(seed), pace)
        await rest
      },
      pause: [5, 60],
      pages: 3,
    })
    const torn = await tornIn(database.query)
    const failed = nodes.all.flatMap((node) => node.output().match(FAILED) ?? []).length
    const place = { dataDir: at.dataDir, url: at.env.DATABASE_URL ?? '', nodes }
    const whole = await historyOf(history, scene, database.query, place)
    const counts = counted({ ...whole, torn: torn.length })
    const replayed = runBellhop(['replay', '--all', '--data', at.dataDir], at)
    return { counts, failed, replayed: { code: await replayed.exited, says: replayed.output() } }
  } finally {
    await spread.close()
  }
}
