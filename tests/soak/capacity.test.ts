import { expect, test } from 'bun:test'
import { availableParallelism, loadavg } from 'node:os'
import { wordsIn } from '../../views/words'
import { ask } from '../chaos/ask'
import { newId } from '../chaos/attempts'
import { chanceOf } from '../chaos/chance'
import { check } from '../chaos/checker'
import { agentsNamed, openCluster } from '../chaos/cluster'
import { goOnDuty, startChat } from '../chaos/people'
import { follow } from '../chaos/readers'
import { isSettled, lineOf, waitingIn, watchRoom } from '../chaos/room'
import { waitFor } from '../support/programs'

const agents = agentsNamed('Ana', 'Amir', 'Aino', 'Adam', 'Asta')
const CAPACITY = 3
const VISITORS = 50
const ROOM = agents.length * CAPACITY

/** 1 on a machine that can keep up; more where several times its cores' work waits for it. */
const overload = () => Math.max(1, (loadavg()[0] ?? 0) / (2 * availableParallelism()))

/** The place a visitor's page tells them, from 1; 0 when it tells none. */
const placeOn = (page: string): number => {
  const { next, place } = wordsIn('en').chat
  const places = Array.from({ length: VISITORS }, (_, nth) => (nth === 0 ? next : place(nth + 1)))
  const told = /class="wait-title"[^>]*>\s*<strong>([^<]*)<\/strong>/.exec(page)?.[1]
  return places.indexOf(told ?? '') + 1
}

test('fifty visitors at once, five agents with room for three each, two nodes', async () => {
  const cluster = await openCluster(2, agents, CAPACITY)
  const nodes = cluster.nodes.all
  const { query } = cluster.database
  const url = (nth: number) => nodes[nth % nodes.length]?.url ?? ''
  const chance = chanceOf(1)
  const stopLooking = watchRoom(query, agents.length, CAPACITY)
  try {
    const cookies = await Promise.all(agents.map((who, nth) => goOnDuty(url(nth), who)))
    const present = cookies.map((cookie, nth) => {
      const about = { reader: `${nth}`, conversation: '', audience: 'desk', cookie } as const
      return follow({ ...about, feed: () => '/workbench/feed' }, nodes, chance)
    })
    const visitors = await Promise.all(
      Array.from({ length: VISITORS }, async (_, nth) => {
        const name = `Vera ${nth}`
        const about = { name, text: `${name} rings`, clientId: newId('start') }
        return { name, ...(await startChat(url(nth), about)) }
      }),
    )
    expect(visitors.filter(({ status }) => status >= 400)).toEqual([])

    const inLine = (count: number) =>
      waitFor(
        `${count} in line`,
        async () => (await waitingIn(query)) === count && (await isSettled(query)),
        20_000,
      )
    await inLine(VISITORS - ROOM)
    await expectPlaces(await lineOf(query), visitors, url)

    // Each agent ends one of theirs: the first five of the line are next.
    const before = await lineOf(query)
    const held = await query<{ id: string; agent: string }>(
      `SELECT MIN(id) AS id, agent_name AS agent FROM conversations WHERE state = 'active' GROUP BY agent_name`,
    )
    for (const { id, agent } of held) {
      const nth = agents.findIndex(({ name }) => name === agent)
      const path = `/workbench/conversations/${id}/closure`
      const ended = await ask(`${url(nth)}${path}`, { cookie: cookies[nth] ?? '', form: {} })
      expect(ended.status).toBeLessThan(400)
    }
    await inLine(VISITORS - ROOM - agents.length)
    const after = await lineOf(query)
    expect(after).toEqual(before.slice(agents.length))
    await expectPlaces(after, visitors, url)

    const { holdings, looks, idleRoom } = await stopLooking()
    await Promise.all(present.map((one) => one.stop()))
    const exits = cluster.nodes.exits()
    const { capacityViolations } = check({ ops: [], screens: [], rows: [], holdings, exits })
    console.log(
      `${VISITORS} rang, ${looks} looks, capacity violations ${capacityViolations}, longest wait with room free ${Math.round(idleRoom)} ms, in line ${before.length}, exits ${exits}`,
    )
    expect({ capacityViolations, exits }).toEqual({ capacityViolations: 0, exits: 0 })
    expect(Math.max(...holdings.map(({ load }) => load))).toBe(CAPACITY)
    expect(idleRoom).toBeLessThan(1_000 * overload())
  } finally {
    await stopLooking()
    await cluster.close()
  }
}, 120_000)

/** Everybody who waits is told their own place, from 1 on, and nobody else is told one. */
const expectPlaces = async (
  line: readonly string[],
  visitors: readonly { name: string; cookie: string }[],
  url: (nth: number) => string,
) => {
  const told = await Promise.all(
    visitors.map(async ({ name, cookie }, nth) => {
      const { text } = await ask(`${url(nth)}/chat`, { cookie, within: 15_000 })
      return { name, place: placeOn(text) }
    }),
  )
  const places = told.filter(({ place }) => place > 0).toSorted((a, b) => a.place - b.place)
  expect(places).toEqual(line.map((name, nth) => ({ name, place: nth + 1 })))
}
