import { waitFor } from '../support/programs'
import { newId, type Sending } from './attempts'
import type { Chance } from './chance'
import type { Hired } from './cluster'
import type { History, Op, Pair, Row, Tagged } from './history'
import { mergesAndParts } from './merges'
import type { Node } from './nodes'
import { goOnDuty, startChat } from './people'
import { type Follow, follow, type Reader } from './readers'
import { lookAround } from './remains'
import { entriesOf, type Query } from './rows'
import { agentAnswers, visitorWrites } from './senders'

/** A visitor with a conversation, and the agent who holds it. */
export type Talk = { name: string; cookie: string; conversation: string; agent: string }
export type OnDuty = { name: string; cookie: string }
export type Scene = { talks: Talk[]; agents: OnDuty[]; ops: Op[]; tagged: Tagged[] }

export type Cast = { nodes: readonly Node[]; chance: Chance; query: Query }

/** Visitors ask for help and agents are given them: everybody talks before anything breaks. */
export const openScene = async (
  { nodes, chance, query }: Cast,
  people: { visitors: number; agents: readonly Hired[] },
): Promise<Scene> => {
  const agents = await Promise.all(
    people.agents.map(async ({ name, ...who }, nth) => ({
      name,
      cookie: await goOnDuty(nodes[nth % nodes.length]?.url ?? '', who),
    })),
  )
  const ops: Op[] = []
  const visitors = await Promise.all(
    Array.from({ length: people.visitors }, async (_, nth) => {
      const [name, clientId] = [`Vera ${nth}`, newId('start')]
      const text = `${name} rings.`
      const [began, { url }] = [performance.now(), chance.pick(nodes)]
      const { cookie, status } = await startChat(url, { name, text, clientId })
      if (status >= 400) throw new Error(`${name} cannot start: ${status}`)
      ops.push({
        ...{
          conversation: clientId,
          by: 'visitor',
          text,
          ids: [clientId],
          sends: 1,
          broken: 0,
          seq: null,
        },
        ...{ invokedAt: began, endedAt: performance.now(), outcome: 'ok' },
      })
      return { name, cookie }
    }),
  )
  const held = await waitFor(
    'every visitor to have an agent',
    () => heldBy(query, visitors.length),
    20_000,
  )
  const talks = visitors.map((who) => {
    const found = held.find(({ visitor }) => visitor === who.name)
    return { ...who, conversation: found?.id ?? '', agent: found?.agent ?? '' }
  })
  return { talks, agents, ops, tagged: [] }
}

const heldBy = async (query: Query, count: number) => {
  const rows = await query<{ id: string; visitor: string; agent: string }>(
    `SELECT id, visitor_name AS visitor, agent_name AS agent FROM conversations WHERE state = 'active'`,
  )
  return rows.length >= count && rows
}

/** Two readers for each conversation: the visitor's page and their agent's. */
const readersOf = ({ talks, agents }: Scene, open: (about: Follow) => Reader): Reader[] =>
  talks.flatMap(({ name, cookie, conversation, agent }) => {
    const holder = agents.find((one) => one.name === agent)
    return [
      open({
        ...{ reader: name, conversation, audience: 'visitor', cookie },
        feed: (after) => `/chat/feed?after=${after}`,
      }),
      open({
        ...{ reader: agent, conversation, audience: 'desk', cookie: holder?.cookie ?? '' },
        feed: (after) => `/workbench/feed?conversation=${conversation}&after=${after}`,
      }),
    ]
  })

type Played = Required<Pick<History, 'ops' | 'screens' | 'rows' | 'pairs' | 'remains'>>

/** So much is written in a conversation before it goes on in another. */
const BEFORE_MERGE = 12

const pairOf = ({ talks }: Scene): Pair => {
  const [into, from] = talks.slice(-2).map(({ conversation }) => conversation)
  return { from: from ?? '', into: into ?? '', acts: [] }
}

/** Those that stay what they are: their visitors write, and their pages are looked at. */
const shownIn = ({ talks }: Scene, pair?: Pair): Talk[] =>
  talks.filter(({ conversation }) => conversation !== pair?.from)

const mergeLater = async (
  sending: Sending,
  { talks }: Scene,
  pair: Pair,
  { query, ...who }: { cookie: string; once?: true; query: Query },
) => {
  const talk = talks.find(({ conversation }) => conversation === pair.from)
  if (talk) await visitorWrites(sending, talk, BEFORE_MERGE)
  await mergesAndParts(sending, who, pair, query)
}

/** How long after the last trouble everybody may still try to send, and pages to catch up, ms. */
const AFTER = 20_000

/**
 * Everybody writes while `trouble` lasts; then it is quiet, what was begun is finished, and the
 * pages have time to show it all. Answers what was sent and what the pages show.
 */
export const play = async (
  scene: Scene,
  { nodes, chance, query }: Cast,
  how: {
    trouble: () => Promise<void>
    pause: Sending['pause']
    /** How many write for each visitor at the same time, as one who has several pages open. */
    pages?: number
    nextId?: Sending['nextId']
    /** Readers that are to be whole in the end are waited for. */
    waits?: boolean
    /** Who merges the last two conversations and takes them apart, over and over. */
    merges?: { cookie: string; once?: true }
    open?: (about: Follow) => Reader
  },
): Promise<Played> => {
  const pair = how.merges ? pairOf(scene) : undefined
  const readers = readersOf(
    { ...scene, talks: shownIn(scene, pair) },
    how.open ?? ((about) => follow(about, nodes, chance)),
  )
  let [over, end] = [false, Number.POSITIVE_INFINITY]
  const sending: Sending = {
    ...{ nodes, chance, ops: scene.ops, tagged: scene.tagged, pause: how.pause },
    ...{ isOver: () => over, deadline: () => end },
    ...(pair ? { apart: [pair.from] } : {}),
    ...(how.nextId ? { nextId: how.nextId } : {}),
  }
  const writing = [
    ...(pair && how.merges ? [mergeLater(sending, scene, pair, { query, ...how.merges })] : []),
    ...shownIn(scene, pair).flatMap((talk) =>
      pagesOf(talk.name, how.pages ?? 1).map((name) => visitorWrites(sending, { ...talk, name })),
    ),
    ...scene.agents.map((agent) => agentAnswers(sending, agent)),
  ]
  await how.trouble()
  over = true
  end = performance.now() + AFTER
  await Promise.all(writing)
  for (const op of scene.ops) tellRefusal(op, scene)
  const rows = await entriesOf(query)
  if (how.waits !== false)
    await waitFor('the pages', () => areWhole(readers, shownIn(scene, pair), rows), AFTER).catch(
      () => {},
    )
  const screens = await Promise.all(readers.map((reader) => reader.stop()))
  const now = await entriesOf(query)
  const seen = { ...scene, talks: shownIn(scene, pair) }
  const remains = await lookAround(seen, { nodes, chance, query }, now)
  return { ops: scene.ops, screens, rows: now, remains, pairs: pair ? [pair] : [] }
}

const pagesOf = (name: string, count: number): string[] =>
  Array.from({ length: count }, (_, nth) => (nth === 0 ? name : `${name}, page ${nth + 1},`))

const tellRefusal = ({ why, text, sends, conversation }: Op, { talks }: Scene) => {
  if (why === undefined) return
  const talk = talks.find((one) => one.conversation === conversation)
  console.log(
    `"${text}" to ${talk?.name}, whom ${talk?.agent} holds, was refused at send ${sends}: ${why}`,
  )
}

/** Whether each page stands at the newest line that is for it. */
const areWhole = (
  readers: readonly Reader[],
  talks: readonly Talk[],
  rows: readonly Row[],
): boolean =>
  talks.every(({ conversation }, nth) => {
    const own = rows.filter((row) => row.conversation === conversation)
    const [visitor, agent] = [readers[nth * 2], readers[nth * 2 + 1]]
    const newest = (some: readonly Row[]) => Math.max(0, ...some.map(({ seq }) => seq))
    const shown = newest(own.filter(({ forDesk }) => !forDesk))
    return (visitor?.cursor() ?? 0) >= shown && (agent?.cursor() ?? 0) >= newest(own)
  })
