import { noCounts } from '../load/job'
import { inTurn, middle, type Yardstick } from '../measure'
import { AGENTS_EACH, DEPARTMENTS, inOffice } from '../office'
import { type Run, startAll } from '../starts'
import { share, short } from '../table'

const PACE = { starts: 50, everyMs: 200 }

/** An office full of open workbenches, and visitors who come and wait in line. */
export const p17: Yardstick = {
  id: 'P17',
  measure: async (bench) => {
    const { ours } = await inTurn(bench, {
      ours: () => inOffice(bench, (desk, floors) => startAll(desk, floors, PACE)),
    })
    const all = (figure: (run: Run) => number) => short(middle(ours, figure))
    const sum = (figure: (run: Run) => number) =>
      ours.reduce((total, run) => total + figure(run), 0)
    const counts = { ...noCounts, lost: sum((run) => run.lost), refused: sum((run) => run.refused) }
    const busy = share(middle(ours, (run) => run.busy))
    const shared = { floor: '', counts, busy }
    const [stall, p95] = [middle(ours, (run) => run.stall), middle(ours, (run) => run.p95)]
    const open = DEPARTMENTS * AGENTS_EACH
    return [
      {
        ...{ id: 'P17a', what: `${open} workbenches: longest stall of the loop`, ...shared },
        ...{ ours: `${short(stall)} ms`, value: stall },
        bar: { is: 'at most', goal: 20, first: 50, unit: 'ms' },
        note: `${PACE.starts} starts, one every ${PACE.everyMs} ms, over ${DEPARTMENTS} departments; each round ${ours.map((run) => short(run.stall)).join(', ')} ms; of CPU at most ${all((run) => run.work)} ms at once; server CPU ${share(middle(ours, (run) => run.serverBusy))} of a core, ${all((run) => run.megabytes)} MB pushed`,
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
