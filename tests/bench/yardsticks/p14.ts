import { AGENTS, CONNECTED } from '../idle'
import { middle, type Yardstick } from '../measure'
import { closedIn, idleRuns } from './idle-runs'

export const p14: Yardstick = {
  id: 'P14',
  measure: async (bench) => {
    const { ours } = await idleRuns(bench)
    const megabytes = middle(ours, ({ whole }) => whole) / 1024 / 1024
    return [
      {
        ...{ id: 'P14', what: `RSS with ${CONNECTED} visitors and ${AGENTS} agents` },
        ...{ ours: `${Math.round(megabytes)} MB`, floor: '', value: megabytes },
        bar: { is: 'at most', goal: 200, first: 350, unit: 'MB' },
        ...{ counts: closedIn(ours), busy: '' },
      },
    ]
  },
}
