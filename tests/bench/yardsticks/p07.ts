import { CONNECTED, FIRST } from '../idle'
import { middle, type Yardstick } from '../measure'
import { short } from '../table'
import { closedIn, idleRuns } from './idle-runs'

/** Memory of one visitor who only has the page open. */
export const p7: Yardstick = {
  id: 'P7',
  measure: async (bench) => {
    const { ours, floor } = await idleRuns(bench)
    const [mine, theirs] = [ours, floor].map((runs) => middle(runs, ({ each }) => each) / 1024)
    return [
      {
        ...{ id: 'P7', what: 'memory per idle visitor ÷ bare direct stream' },
        ...{ ours: `${short(mine ?? 0)} KiB`, floor: `${short(theirs ?? 0)} KiB` },
        value: (mine ?? 0) / (theirs ?? 0),
        bar: { is: 'at most', goal: 1.5, first: 2.5 },
        ...{ counts: closedIn(ours), busy: '' },
        note: `growth of VmRSS from ${FIRST} to ${CONNECTED} SSE streams; both run from source`,
      },
    ]
  },
}
