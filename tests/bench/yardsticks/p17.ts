import { ask } from '../../chaos/ask'
import { watchCpu } from '../load/cpu'
import { noCounts } from '../load/job'
import { percentile } from '../load/percentile'
import { rowsIn } from '../load/socket'
import { text } from '../load/talks'
import { inTurn, middle, type Yardstick } from '../measure'
import {
  AGENTS_EACH,
  conversationsIn,
  DEPARTMENTS,
  type Floor,
  inOffice,
  openWatchers,
  type View,
  type Waiting,
} from '../office'
import { share, short } from '../table'

const STARTS = 50
/** One start every so many ms, answered or not, in one department after another. */
const EVERY_MS = 200
/** How long the last rows may take before they are lost, ms. */
const WITHIN_MS = 15_000
/** Of so many agents of a department one looks at the whole line, the others at their own list. */
const LOOKS_AT_LINE = 10
/** So many of a line stand under an agent's own list: who comes later is only counted there. */
const HEAD_OF_LINE = 5

/** A watcher's department, and when each conversation was first in its list. */
type Seer = { cookie: string; view: View; department: string; seen: Map<string, number> }
type Run = Awaited<ReturnType<typeof startAll>>

/** An office full of open workbenches, and visitors who come and wait in line. */
export const p17: Yardstick = {
  id: 'P17',
  measure: async (bench) => {
    const { ours } = await inTurn(bench, {
      ours: () => inOffice(bench, (desk, floors) => startAll(desk, floors)),
    })
    const all = (figure: (run: Run) => number) => short(middle(ours, figure))
    const counts = { ...noCounts, lost: ours.reduce((sum, { lost }) => sum + lost, 0) }
    const busy = share(middle(ours, (run) => run.busy))
    const shared = { floor: '', counts, busy }
    const [stall, p95] = [middle(ours, (run) => run.stall), middle(ours, (run) => run.p95)]
    const open = DEPARTMENTS * AGENTS_EACH
    return [
      {
        ...{ id: 'P17a', what: `${open} workbenches: longest stall of the loop`, ...shared },
        ...{ ours: `${short(stall)} ms`, value: stall },
        bar: { is: 'at most', goal: 20, first: 50, unit: 'ms' },
        note: `${STARTS} starts, one every ${EVERY_MS} ms, over ${DEPARTMENTS} departments; each round ${ours.map((run) => short(run.stall)).join(', ')} ms; server CPU ${share(middle(ours, (run) => run.serverBusy))} of a core, ${all((run) => run.megabytes)} MB pushed`,
      },
      {
        ...{ id: 'P17b', what: 'start of a chat → row on a watcher, p95', ...shared },
        ...{ ours: `${short(p95)} ms`, value: p95 },
        bar: { is: 'at most', goal: 250, first: 500, unit: 'ms' },
        note: `${ours[0]?.rows ?? 0} rows on all workbenches whose list shows them; p50 ${all((run) => run.p50)} ms, last ${all((run) => run.last)} ms`,
      },
    ]
  },
}

const seersOf = (floors: readonly Floor[]): Seer[] =>
  floors.flatMap(({ id, agents }) =>
    agents.map((cookie, nth): Seer => {
      const view = nth % LOOKS_AT_LINE === 0 ? 'line' : 'mine'
      return { cookie, view, department: id, seen: new Map() }
    }),
  )

const startAll = async (desk: Parameters<typeof openWatchers>[0], floors: readonly Floor[]) => {
  const seers = seersOf(floors)
  const workbenches = await openWatchers(desk, seers, ({ seen }, frame) => {
    const now = performance.now()
    rowsIn(frame, (id) => seen.has(id) || seen.set(id, now))
  })
  await desk.read()
  const spent = watchCpu([desk.pid])
  const before = workbenches.pushed.bytes
  const began = await starts(desk.url, floors)
  const due = rowsDue(seers, await conversationsIn(desk.file))
  const missing = () => due.filter(({ seer, id }) => !seer.seen.has(id)).length
  const end = performance.now() + WITHIN_MS
  while (missing() > 0 && performance.now() < end) await Bun.sleep(20)
  const { busy, serverBusy } = spent()
  const { stall } = await desk.read()
  workbenches.end()
  const waits = due.flatMap(({ seer, id, name }) => {
    const [at, then] = [began.get(name), seer.seen.get(id)]
    return at === undefined || then === undefined ? [] : [then - at]
  })
  const figures = { p50: percentile(waits, 0.5), p95: percentile(waits, 0.95) }
  return {
    ...{ stall, busy, serverBusy, ...figures, last: percentile(waits, 1), rows: due.length },
    lost: due.length - waits.length + workbenches.pushed.closed,
    megabytes: (workbenches.pushed.bytes - before) / 1024 / 1024,
  }
}

/** The rows that must come: all of a line to who looks at it, and its head to the others. */
const rowsDue = (seers: readonly Seer[], conversations: readonly Waiting[]) =>
  seers.flatMap((seer) => {
    const line = conversations.filter(({ department }) => department === seer.department)
    const shown = seer.view === 'line' ? line : line.slice(0, HEAD_OF_LINE)
    return shown.map(({ id, name }) => ({ seer, id, name }))
  })

/** Visitors on a fixed schedule; answers when each was due. */
const starts = async (url: string, floors: readonly Floor[]): Promise<Map<string, number>> => {
  const began = new Map<string, number>()
  const under: Promise<unknown>[] = []
  const first = performance.now()
  for (let nth = 0; nth < STARTS; nth += 1) {
    const [name, due] = [`Vera ${nth}`, first + nth * EVERY_MS]
    await Bun.sleep(Math.max(0, due - performance.now()))
    began.set(name, due)
    const department = floors[nth % floors.length]?.id ?? ''
    const form = { name, text, department, client_id: `start-${nth}-x` }
    under.push(ask(`${url}/chat`, { form, within: WITHIN_MS }))
  }
  await Promise.all(under)
  return began
}
