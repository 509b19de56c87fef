import { type Idle, measureFloor, measureOurs } from '../idle'
import { type Bench, inTurn } from '../measure'

type IdleRuns = { ours: Idle[]; floor: Idle[] }

/** Ten thousand connected and silent, for the three yardsticks that look at them. */
export const idleRuns = (bench: Bench): Promise<IdleRuns> =>
  bench.once('idle', () => {
    const nothing = { whole: 0, writes: 0, cpu: 0, closed: 0 }
    return inTurn<'ours' | 'floor', Idle>(bench, {
      ours: () => measureOurs(bench),
      floor: async () => ({ ...nothing, each: await measureFloor() }),
    })
  })

/** Streams that ended by themselves are lost readers. */
export const closedIn = (runs: readonly Idle[]) => ({
  lost: runs.reduce((sum, { closed }) => sum + closed, 0),
  ...{ duplicate: 0, outOfOrder: 0, refused: 0 },
})
