import type { Strategy } from '../entry'
import { defaultTimings, type Timings } from '../limits'
import type { Acceptance } from './events'

/**
 * What a department remembers. Who waits and who is free are rows of its own, read for each
 * turn, so that a turn costs the same with ten in the line as with ten thousand.
 */
export type DepartmentContext = {
  id: string
  name: string
  strategy: Strategy
  acceptance: Acceptance
  timings: Timings
  /** Rank of the newest in the line. */
  rank: number
  /** Number of the newest offer. */
  offer: number
  /** When somebody was last taken from the line, and how long apart the last ones were. */
  lastTaken: number
  intervals: readonly number[]
  /** Somebody waits whom every free agent has passed on: ask again in a while. */
  askAgain: boolean
}

export const freshDepartment = (id: string): DepartmentContext => ({
  id,
  name: '',
  strategy: 'least-loaded',
  acceptance: 'automatic',
  timings: defaultTimings,
  rank: 0,
  offer: 0,
  lastTaken: 0,
  intervals: [],
  askAgain: false,
})
