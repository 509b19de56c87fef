import { expect, test } from 'bun:test'
import { runBellhop } from '../support/program'
import { chanceOf, newSeed } from './chance'
import { check, faultsIn, noFaults, report } from './checker'
import { agentsNamed, openEstate } from './estate'
import { killMariadb, killNode, killRedis, stopNode, stopRedis, strikeAll } from './faults'
import { openScene, play } from './scene'

const agents = agentsNamed('Ana', 'Amir')
const VISITORS = 12

test('three nodes on MariaDB and Redis, eight faults: nothing lost, every page whole', async () => {
  const seed = newSeed()
  console.log(`CHAOS_SEED=${seed}`)
  const estate = await openEstate(3, agents, VISITORS)
  const { cluster, redis, mariadb, truth } = estate
  try {
    const cast = { nodes: cluster.nodes, chance: chanceOf(seed + 1), query: truth.query }
    const scene = await openScene(cast, { visitors: VISITORS, agents })
    const faults = [
      ...[0, 1, 2].map((at) => killNode(cluster, at)),
      ...[0, 1].map((at) => stopNode(cluster, at)),
      ...[killRedis(redis), stopRedis(redis), killMariadb(mariadb)],
    ]
    const pace = { calm: [700, 1_300], trouble: [1_000, 2_000] } as const
    const history = await play(scene, cast, {
      trouble: () => strikeAll(faults, chanceOf(seed), pace),
      pause: [60, 180],
    })
    const counts = check({ ...history, exits: cluster.exits() })
    console.log(report(counts))
    expect(faultsIn(counts)).toEqual(noFaults)
    expect(counts).toMatchObject({ readers: VISITORS * 2, complete: VISITORS * 2 })
    expect(counts.acked).toBeGreaterThan(500)
    const replayed = runBellhop(['replay', '--all', '--data', estate.at.dataDir], estate.at)
    expect({ code: await replayed.exited, says: replayed.output() }).toMatchObject({ code: 0 })
  } finally {
    await estate.close()
  }
}, 150_000)
