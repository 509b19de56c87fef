import type { Strategy } from '../entry'
import { defaultTimings, type Timings } from '../limits'
import type { RuleOf } from '../rule'
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
  /**
   * Visits to the line whose coming and leaving crossed: 1 for one that stands no more though it
   * has not left, -1 for one that left before it came. By `<conversation>/<ticket>`; empty at rest.
   */
  crossed: Readonly<Record<string, 1 | -1>>
  /** Agents who are off this floor, with the version that said so: older reports say nothing. */
  leftAgents: Readonly<Record<string, number>>
  /** Somebody waits whom an agent has passed on: he is asked again in a while. */
  askAgain: boolean
}

/** What it does about an event. */
export type Rule<E> = RuleOf<DepartmentContext, E>

export const initialDepartment = (id: string): DepartmentContext => ({
  id,
  name: '',
  strategy: 'least-loaded',
  acceptance: 'automatic',
  timings: defaultTimings,
  rank: 0,
  offer: 0,
  lastTaken: 0,
  intervals: [],
  crossed: {},
  leftAgents: {},
  askAgain: false,
})
