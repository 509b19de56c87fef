import { expect } from 'bun:test'
import { runBellhop } from '../support/program'
import { chanceOf, newSeed } from './chance'
import { check, faultsIn, noFaults, report } from './checker'
import { agentsNamed, type Cluster, openCluster } from './cluster'
import { type Fault, strikeAll } from './faults'
import { historyOf } from './remains'
import { openScene, play } from './scene'

const agents = agentsNamed('Ana', 'Amir')

type Run = { visitors: number; faults(cluster: Cluster): Fault[]; acked: number }

/**
 * Three nodes on MariaDB and Redis go through faults while people write: nothing lost, every page
 * whole. `acked` is how many messages must have been answered at least.
 */
export const faultUnderLoad = async ({ visitors, faults, acked }: Run): Promise<void> => {
  const seed = newSeed()
  console.log(`CHAOS_SEED=${seed}`)
  const cluster = await openCluster(3, agents, visitors)
  const { nodes, database } = cluster
  try {
    const cast = { nodes: nodes.all, chance: chanceOf(seed + 1), query: database.query }
    const scene = await openScene(cast, { visitors, agents })
    const pace = { calm: [700, 1_300], trouble: [1_000, 2_000] } as const
    const history = await play(scene, cast, {
      trouble: () => strikeAll(faults(cluster), chanceOf(seed), pace),
      pause: [60, 180],
      plain: true,
      // A node that wakes may do once more what it was asked before: only what stays is sent here.
    })
    const place = { dataDir: cluster.at.dataDir, url: cluster.mariadb.url, nodes }
    const counts = check(await historyOf(history, scene, database.query, place))
    console.log(report(counts))
    expect(faultsIn(counts)).toEqual(noFaults)
    expect(counts).toMatchObject({ readers: visitors * 2, complete: visitors * 2 })
    expect(counts.acked).toBeGreaterThan(acked)
    const replayed = runBellhop(['replay', '--all', '--data', cluster.at.dataDir], cluster.at)
    expect({ code: await replayed.exited, says: replayed.output() }).toMatchObject({ code: 0 })
  } finally {
    await cluster.close()
  }
}
