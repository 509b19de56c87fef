import { expect } from 'bun:test'
import { runBellhop } from '../support/program'
import { chanceOf, newSeed } from './chance'
import { faultsIn, noFaults } from './checker'
import { agentsNamed, type Cluster, hire, openCluster } from './cluster'
import { type Fault, strikeAll } from './faults'
import { signIn } from './people'
import { historyOf } from './remains'
import { openScene, play } from './scene'
import { counted } from './told'

const agents = agentsNamed('Ana', 'Amir')
const [olga] = agentsNamed('Olga')

type Run = { visitors: number; faults(cluster: Cluster): Fault[]; acked: number }

/**
 * Three nodes on MariaDB and Redis go through faults while people write: nothing lost, every page
 * whole. `acked` is how many messages must have been answered at least.
 */
export const faultUnderLoad = async ({ visitors, faults, acked }: Run): Promise<void> => {
  const seed = newSeed()
  console.log(`CHAOS_SEED=${seed}`)
  const cluster = await openCluster(3, agents, visitors + 1)
  const { nodes, database } = cluster
  try {
    const cast = { nodes: nodes.all, chance: chanceOf(seed + 1), query: database.query }
    const scene = await openScene(cast, { visitors: visitors + 1, agents })
    if (!olga) throw new Error('no admin')
    await hire(olga, cluster.at)
    const cookie = await signIn(nodes.all[0]?.url ?? '', olga)
    const pace = { calm: [700, 1_300], trouble: [1_000, 2_000] } as const
    const history = await play(scene, cast, {
      trouble: () => strikeAll(faults(cluster), chanceOf(seed), pace),
      pause: [60, 180],
      // A node that wakes may do once more what it was asked before: of merges only one, which stays.
      merges: { cookie, once: true },
    })
    const place = { dataDir: cluster.at.dataDir, url: cluster.mariadb.url, nodes }
    const counts = counted(await historyOf(history, scene, database.query, place))
    expect(faultsIn(counts)).toEqual(noFaults)
    expect(counts).toMatchObject({ readers: visitors * 2, complete: visitors * 2 })
    expect(counts.acked).toBeGreaterThan(acked)
    const replayed = runBellhop(['replay', '--all', '--data', cluster.at.dataDir], cluster.at)
    expect({ code: await replayed.exited, says: replayed.output() }).toMatchObject({ code: 0 })
  } finally {
    await cluster.close()
  }
}
