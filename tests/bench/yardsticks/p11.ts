import { ask } from '../../chaos/ask'
import { goOnDuty } from '../../chaos/people'
import { noCounts } from '../load/job'
import { percentile } from '../load/percentile'
import { openStream } from '../load/stream'
import { text } from '../load/talks'
import { inTurn, middle, type Yardstick } from '../measure'
import { agentsOf, deskWith, open } from '../ours'
import { short } from '../table'

const STARTS = 200
const AGENTS = 5
/** One start every so many ms, answered or not. */
const EVERY = 20
const WITHIN = 20_000

/** From a visitor's first message to the conversation on their agent's screen. */
export const p11: Yardstick = {
  id: 'P11',
  measure: async (bench) => {
    const { ours } = await inTurn(bench, { ours: startMany })
    const p95 = middle(ours, (run) => run.p95)
    const lost = ours.reduce((sum, run) => sum + run.lost, 0)
    return [
      {
        ...{ id: 'P11', what: 'start of a chat → assigned on the screen, p95' },
        ...{ ours: `${short(p95)} ms`, floor: '', value: p95, busy: '' },
        bar: { is: 'at most', goal: 100, first: 200, unit: 'ms' },
        counts: { ...noCounts, lost },
        note: `${STARTS} starts, one every ${EVERY} ms, ${AGENTS} agents ready; p50 ${short(middle(ours, (run) => run.p50))} ms`,
      },
    ]
  },
}

const startMany = async () => {
  const program = await open({ dataDir: await deskWith(AGENTS) })
  const seen = new Map<string, number>()
  try {
    const cookies = await Promise.all(agentsOf(AGENTS).map((who) => goOnDuty(program.url, who)))
    const hear = (event: string) => {
      // A visitor's name on an agent's list is the name of a conversation they were given.
      for (const [name] of event.matchAll(/Vera-\d+-x/g))
        if (!seen.has(name)) seen.set(name, performance.now())
    }
    const feeds = await Promise.all(
      cookies.map((cookie) => openStream(program.port, '/workbench/feed', cookie, { event: hear })),
    )
    const began = await starts(program.url)
    const end = performance.now() + WITHIN
    while (seen.size < STARTS && performance.now() < end) await Bun.sleep(10)
    for (const feed of feeds) feed.end()
    const waits = began.flatMap(({ name, at }) => {
      const then = seen.get(name)
      return then === undefined ? [] : [then - at]
    })
    return {
      p50: percentile(waits, 0.5),
      p95: percentile(waits, 0.95),
      lost: STARTS - waits.length,
    }
  } finally {
    await program.stop(20_000)
  }
}

const starts = async (url: string) => {
  const began: { name: string; at: number }[] = []
  const under: Promise<unknown>[] = []
  const first = performance.now()
  for (let nth = 0; nth < STARTS; nth += 1) {
    const name = `Vera-${nth}-x`
    await Bun.sleep(Math.max(0, first + nth * EVERY - performance.now()))
    began.push({ name, at: performance.now() })
    under.push(
      ask(`${url}/chat`, { form: { name, text, client_id: `start-${nth}-x` }, within: WITHIN }),
    )
  }
  await Promise.all(under)
  return began
}
