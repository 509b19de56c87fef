import { ask } from '../chaos/ask'
import type { GaugedDesk } from './gauged-desk'
import { watchCpu } from './load/cpu'
import { percentile } from './load/percentile'
import { rowsIn } from './load/socket'
import { text } from './load/talks'
import { conversationsIn, type Floor, openWatchers, type View, type Waiting } from './office'

/** How long the last rows may take before they are lost, ms. */
const WITHIN_MS = 15_000
/** Of so many agents of a department one looks at the whole line, the others at their own list. */
const LOOKS_AT_LINE = 10
/** So many of a line stand under an agent's own list: who comes later is only counted there. */
const HEAD_OF_LINE = 5

/** A watcher's department, and when each conversation was first in its list. */
export type Seer = { cookie: string; view: View; department: string; seen: Map<string, number> }
/** How many start, one every so many ms, answered or not, in one department after another. */
export type Pace = { starts: number; everyMs: number }
export type Run = Awaited<ReturnType<typeof startAll>>

const seersOf = (floors: readonly Floor[]): Seer[] =>
  floors.flatMap(({ id, agents }) =>
    agents.map((cookie, nth): Seer => {
      const view = nth % LOOKS_AT_LINE === 0 ? 'line' : 'mine'
      return { cookie, view, department: id, seen: new Map() }
    }),
  )

/** Visitors come, department by department, while every agent has the workbench open. */
export const startAll = async (
  desk: GaugedDesk & { file: string },
  floors: readonly Floor[],
  pace: Pace,
) => {
  const seers = seersOf(floors)
  const workbenches = await openWatchers(desk, seers, ({ seen }, frame) => {
    const now = performance.now()
    rowsIn(frame, (id) => seen.has(id) || seen.set(id, now))
  })
  await desk.read()
  const spent = watchCpu([desk.pid])
  const before = workbenches.pushed.bytes
  const began = await starts(desk.url, floors, pace)
  const conversations = await conversationsIn(desk.file)
  const due = rowsDue(seers, conversations)
  const missing = () => due.filter(({ seer, id }) => !seer.seen.has(id)).length
  const end = performance.now() + WITHIN_MS
  while (missing() > 0 && performance.now() < end) await Bun.sleep(20)
  const { busy, serverBusy } = spent()
  const { stall, work } = await desk.read()
  workbenches.end()
  const waits = due.flatMap(({ seer, id, name }) => {
    const [at, then] = [began.get(name), seer.seen.get(id)]
    return at === undefined || then === undefined ? [] : [then - at]
  })
  const figures = { p50: percentile(waits, 0.5), p95: percentile(waits, 0.95) }
  return {
    ...{ stall, work, busy, serverBusy, ...figures, last: percentile(waits, 1), rows: due.length },
    lost: due.length - waits.length + workbenches.pushed.closed,
    refused: pace.starts - conversations.length,
    megabytes: (workbenches.pushed.bytes - before) / 1024 / 1024,
  }
}

/** The rows that must come: all of a line to who looks at it, and its head to the others. */
export const rowsDue = (seers: readonly Seer[], conversations: readonly Waiting[]) =>
  seers.flatMap((seer) => {
    const line = conversations.filter(({ department }) => department === seer.department)
    const shown = seer.view === 'line' ? line : line.slice(0, HEAD_OF_LINE)
    return shown.map(({ id, name }) => ({ seer, id, name }))
  })

/** Visitors on a fixed schedule; answers when each was due. */
const starts = async (
  url: string,
  floors: readonly Floor[],
  pace: Pace,
): Promise<Map<string, number>> => {
  const began = new Map<string, number>()
  const under: Promise<unknown>[] = []
  const first = performance.now()
  for (let nth = 0; nth < pace.starts; nth += 1) {
    const [name, due] = [`Vera ${nth}`, first + nth * pace.everyMs]
    await Bun.sleep(Math.max(0, due - performance.now()))
    began.set(name, due)
    const department = floors[nth % floors.length]?.id ?? ''
    const form = { name, text, department, client_id: `start-${nth}-x` }
    under.push(ask(`${url}/chat`, { form, within: WITHIN_MS }))
  }
  await Promise.all(under)
  return began
}
