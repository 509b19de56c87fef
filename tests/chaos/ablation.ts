import { ask } from './ask'
import { newId } from './attempts'
import { chanceOf, newSeed } from './chance'
import { type Counts, check, report } from './checker'
import { agentsNamed, openCluster } from './cluster'
import { type Fault, strikeAll } from './faults'
import type { Nodes } from './nodes'
import { type Follow, followFrom } from './readers'
import { openScene, play } from './scene'
import { entriesIn } from './screen'

const agents = agentsNamed('Ana', 'Amir')
const VISITORS = 6

/** The page of a conversation as it is now, for a reader who takes only what is pushed after. */
const pageOf = ({ audience, conversation }: Follow) =>
  audience === 'visitor' ? '/chat' : `/workbench/conversations/${conversation}`

/** What is taken away from those who use the desk; the desk itself stays as it is. */
export type Without = {
  /** A message that is sent again has a new id. */
  ids?: boolean
  /** A page that comes back begins at the newest entry instead of its own. */
  cursors?: boolean
}

/** Two nodes go through faults, used by people who are without something. */
export const ablate = async (
  without: Without,
  faults: (nodes: Nodes) => Fault[],
): Promise<Counts> => {
  const seed = newSeed()
  console.log(`CHAOS_SEED=${seed}`)
  const cluster = await openCluster(2, agents, VISITORS)
  const { nodes, database } = cluster
  try {
    const cast = { nodes: nodes.all, chance: chanceOf(seed + 1), query: database.query }
    const scene = await openScene(cast, { visitors: VISITORS, agents })
    // A stopped node wakes with requests that were sent again elsewhere in the meantime.
    const pace = { calm: [500, 900], trouble: [1_500, 2_000] } as const
    const history = await play(scene, cast, {
      trouble: () => strikeAll(faults(nodes), chanceOf(seed), pace),
      pause: [30, 90],
      waits: without.cursors !== true,
      ...(without.ids ? { nextId: (op) => newId(op.by) } : {}),
      ...(without.cursors
        ? {
            open: (about) =>
              followFrom(about, cast.nodes, cast.chance, async (url) => {
                const { text } = await ask(`${url}${pageOf(about)}`, { cookie: about.cookie })
                return Math.max(0, ...entriesIn(text).map(({ seq }) => seq))
              }),
          }
        : {}),
    })
    const counts = check({ ...history, exits: nodes.exits() })
    console.log(report(counts))
    return counts
  } finally {
    await cluster.close()
  }
}
