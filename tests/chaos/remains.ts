import { ask } from './ask'
import { isGone, statesOf } from './expected'
import type { Fetched, Op, Remains, Row, Screen } from './history'
import { keptIn, type Place, tracesIn } from './kept'
import type { Nodes } from './nodes'
import type { Query } from './rows'
import type { Cast, Scene, Talk } from './scene'
import { entriesIn, INSIDE } from './screen'

/** So many files are fetched by everybody who may, and so many searches made. */
const MOST_FETCHED = 40
const MOST_SEARCHED = 5
/** Every page answers by then, ms: nothing is broken any more. */
const CALM_MS = 10_000

/** What everybody sees who looks when all is quiet: files, pages opened anew. */
export const lookAround = async (
  { talks, agents, ops }: Scene,
  { nodes, chance }: Cast,
  rows: readonly Row[],
): Promise<Pick<Remains, 'fetched' | 'fresh' | 'traces'>> => {
  const cookieOf = ({ agent }: Talk) => agents.find(({ name }) => name === agent)?.cookie ?? ''
  const get = async (path: string, cookie: string) =>
    fetch(`${chance.pick(nodes).url}${path}`, {
      headers: { Cookie: cookie, 'Sec-Fetch-Site': 'same-origin' },
      signal: AbortSignal.timeout(CALM_MS),
    })
  const fetched = chance
    .shuffle(ops.filter(hasFile))
    .slice(0, MOST_FETCHED)
    .flatMap((op) => {
      const talk = talks.find(({ conversation }) => conversation === op.conversation)
      if (!talk) return []
      return (['visitor', 'agent'] as const).map(async (reader): Promise<Fetched> => {
        const entry = op.ids.at(-1) ?? ''
        const row = rows.find(
          (one) => one.clientId === entry && one.conversation === op.conversation,
        )
        const path = `/files/${row?.files?.[0]}/${op.file?.name}`
        const answer = await get(path, reader === 'visitor' ? talk.cookie : cookieOf(talk))
        const bytes = Buffer.from(await answer.arrayBuffer())
        return {
          entry,
          reader,
          same: answer.status === 200 && bytes.equals(op.file?.bytes ?? bytes),
        }
      })
    })
  const fresh = talks.flatMap((talk) => {
    const { name, cookie, conversation, agent } = talk
    const page = async (audience: Screen['audience'], path: string, of: string) => {
      const { text } = await ask(`${chance.pick(nodes).url}${path}`, {
        cookie: of,
        within: CALM_MS,
      })
      return screenOf(text, {
        reader: audience === 'visitor' ? name : agent,
        conversation,
        audience,
      })
    }
    return [
      page('visitor', '/chat', cookie),
      page('desk', `/workbench/conversations/${conversation}`, cookieOf(talk)),
    ]
  })
  const searched = ops.filter(isGone).slice(-MOST_SEARCHED)
  const found = searched.map(async ({ text }) => {
    const query = new URLSearchParams({ q: `"${text}"` })
    const answer = await get(`/workbench/search?${query}`, agents[0]?.cookie ?? '')
    const page = (await answer.text()).replace(/<input[^>]*>|<[^>]*>/g, '')
    return page.includes(text) ? [{ text, where: 'the search' }] : []
  })
  return {
    fetched: await Promise.all(fetched),
    fresh: await Promise.all(fresh),
    traces: (await Promise.all(found)).flat(),
  }
}

const hasFile = (op: Op) =>
  op.outcome === 'ok' && op.file !== undefined && !statesOf(op).includes(null)

const screenOf = (
  html: string,
  about: Pick<Screen, 'reader' | 'conversation' | 'audience'>,
): Screen => ({
  ...{ ...about, items: entriesIn(html), outOfOrder: 0, replays: 0, reconnects: 0 },
  inside: html.includes(INSIDE) ? 1 : 0,
})

/** What a run left, with all that `lookInside` finds. Ends all nodes first. */
export const historyOf = async <H extends { remains: Partial<Remains> }>(
  played: H,
  scene: Scene,
  query: Query,
  place: Place & { nodes: Nodes },
): Promise<H & { exits: number }> => {
  const exits = place.nodes.exits()
  await place.nodes.stop()
  const left = await lookInside(scene, query, place)
  const traces = [...(played.remains.traces ?? []), ...left.traces]
  return { ...played, exits, remains: { ...played.remains, ...left, traces } }
}

/** What is left in the store and on the disk, once no node runs and what is over was swept away. */
const lookInside = async (
  { ops, tagged }: Scene,
  query: Query,
  place: Place,
): Promise<Pick<Remains, 'kept' | 'tagged' | 'tags' | 'traces'>> => {
  const found = await query<{ address: string; snapshot: string }>(
    "SELECT address, snapshot FROM actors WHERE address LIKE 'conversation:%'",
  )
  const tags = found.flatMap(({ address, snapshot }) => {
    const told = JSON.parse(snapshot) as { context: { tags?: readonly string[] } }
    const conversation = address.replace('conversation:', '')
    return (told.context.tags ?? []).map((tag) => ({ conversation, tag }))
  })
  const kept = await keptIn(query, place)
  return { tagged, tags, kept: kept.map(({ id }) => id), traces: await tracesIn(query, ops, kept) }
}
