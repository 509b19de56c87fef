import { expect, test } from 'bun:test'
import { ask } from './ask'
import { chanceOf, newSeed } from './chance'
import { check, report } from './checker'
import { agentsNamed, openEstate } from './estate'
import { killNode, stopNode, strikeAll } from './faults'
import { type Follow, followFrom } from './readers'
import { openScene, play } from './scene'
import { entriesIn } from './screen'
import { newId } from './senders'

const agents = agentsNamed('Ana', 'Amir')
const VISITORS = 6

/** The page of a conversation as it is now, for a reader who takes only what is pushed after. */
const pageOf = ({ audience, conversation }: Follow) =>
  audience === 'visitor' ? '/chat' : `/workbench/conversations/${conversation}`

/**
 * Two things are taken away from those who use the desk, not from the desk: a message that is
 * sent again has a new id, and a page that comes back begins at the newest entry instead of its
 * own. A checker that finds nothing wrong then finds nothing at all.
 */
test('without ids there are duplicates, without cursors there are holes, and the checker sees both', async () => {
  const seed = newSeed()
  console.log(`CHAOS_SEED=${seed}`)
  const estate = await openEstate(2, agents, VISITORS)
  const { cluster, truth } = estate
  try {
    const cast = { nodes: cluster.nodes, chance: chanceOf(seed + 1), query: truth.query }
    const scene = await openScene(cast, { visitors: VISITORS, agents })
    // A stopped node wakes with requests that were sent again elsewhere in the meantime.
    const faults = [
      ...[0, 1].map((at) => stopNode(cluster, at)),
      ...[0, 1].map((at) => killNode(cluster, at)),
    ]
    const pace = { calm: [500, 900], trouble: [1_500, 2_000] } as const
    const history = await play(scene, cast, {
      trouble: () => strikeAll(faults, chanceOf(seed), pace),
      pause: [30, 90],
      waits: false,
      nextId: (op) => newId(op.by),
      open: (about) =>
        followFrom(about, cast.nodes, cast.chance, async (url) => {
          const { text } = await ask(`${url}${pageOf(about)}`, { cookie: about.cookie })
          return Math.max(0, ...entriesIn(text).map(({ seq }) => seq))
        }),
    })
    const counts = check({ ...history, exits: cluster.exits() })
    console.log(report(counts))
    expect(counts.duplicateRows).toBeGreaterThan(0)
    expect(counts.complete).toBeLessThan(counts.readers)
    // What was taken away is theirs: the desk itself still keeps its word.
    expect(counts).toMatchObject({ lost: 0, gaps: 0, strangers: 0, exits: 0 })
  } finally {
    await estate.close()
  }
}, 90_000)
