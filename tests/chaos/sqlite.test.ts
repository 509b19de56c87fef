import { expect, test } from 'bun:test'
import { join } from 'node:path'
import { runBellhop } from '../support/program'
import { scratchFolder } from '../support/programs'
import { chanceOf, newSeed } from './chance'
import { check, faultsIn, noFaults, report } from './checker'
import { type Hired, hire, startCluster } from './cluster'
import { killNode, strikeAll } from './faults'
import { openTruth } from './rows'
import { openScene, play } from './scene'

const KILLS = 30
const ana: Hired = { name: 'Ana', email: 'ana@example.com', password: 'a long enough password' }
const env = { RATE_FACTOR: '1000', LOG_LEVEL: 'warn' }

test(`one node on SQLite, ${KILLS} × kill -9 under load`, async () => {
  const seed = newSeed()
  console.log(`CHAOS_SEED=${seed}`)
  const dataDir = scratchFolder()
  await hire({ ...ana, capacity: 10 }, { dataDir, env })
  const cluster = await startCluster(1, { dataDir, env })
  const truth = await openTruth(join(dataDir, 'bellhop.db'))
  try {
    const cast = { nodes: cluster.nodes, chance: chanceOf(seed + 1), query: truth.query }
    const scene = await openScene(cast, { visitors: 4, agents: [ana] })
    const kills = Array.from({ length: KILLS }, () => killNode(cluster, 0))
    const pace = { calm: [500, 900], trouble: [0, 100] } as const
    const history = await play(scene, cast, {
      trouble: () => strikeAll(kills, chanceOf(seed), pace),
      pause: [5, 40],
    })
    const counts = check({ ...history, exits: cluster.exits() })
    console.log(report(counts))
    expect(faultsIn(counts)).toEqual(noFaults)
    expect(counts.acked).toBeGreaterThan(KILLS * 10)
    expect(counts.resent).toBeGreaterThan(0)
  } finally {
    await truth.close()
    await cluster.stop()
  }
  const replayed = runBellhop(['replay', '--all', '--data', dataDir], { env })
  expect({ code: await replayed.exited, says: replayed.output() }).toMatchObject({ code: 0 })
}, 100_000)
