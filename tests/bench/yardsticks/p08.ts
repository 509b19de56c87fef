import { middle, type Yardstick } from '../measure'
import { closedIn, idleRuns } from './idle-runs'

/** What ten thousand silent visitors cost: nothing is written, and hardly anything is done. */
export const p8: Yardstick = {
  id: 'P8',
  measure: async (bench) => {
    const { ours } = await idleRuns(bench)
    const writes = Math.max(...ours.map((run) => run.writes))
    const cpu = middle(ours, (run) => run.cpu) * 100
    const shared = { floor: '', counts: closedIn(ours), busy: '' }
    return [
      {
        ...{ id: 'P8a', what: 'idle: database writes with 10,000 silent', ...shared },
        ...{ ours: `${writes} writes`, value: writes },
        bar: { is: 'at most', goal: 0, first: 0 },
        note: 'by PRAGMA data_version of a second connection and the WAL file, 20 looks a second',
      },
      {
        ...{ id: 'P8b', what: 'idle: CPU with 10,000 silent', ...shared },
        ...{ ours: `${cpu.toFixed(1)} %`, value: cpu },
        bar: { is: 'at most', goal: 2, first: 5, unit: '%' },
      },
    ]
  },
}
