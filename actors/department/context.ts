import type { Wants } from '../rows'
import type { RuleOf } from '../rule'
import { type DepartmentSettings, departmentSettings } from './settings'

/**
 * What a department remembers. Who waits and who is free are rows of its own, read for each
 * turn, so that a turn costs the same with ten in the line as with ten thousand.
 */
export type DepartmentContext = {
  id: string
  name: string
  settings: DepartmentSettings
  createdAt: number
  /** Since when nobody can choose it; null while they can. */
  removedAt: number | null
  /** Since when it is outside its hours, ms UTC: who comes from then on waits until it opens; null while it is open. */
  shutSince: number | null
  /** How many have come to the line, and the newest time at which one came, ms UTC. */
  rank: number
  lastCame: number
  /** Languages of those who have come, for which the line is read apart where they matter; a few. */
  languages: readonly string[]
  /** When the line is to be looked at though nothing happens, ms UTC; null while it need not be. */
  lookAt: number | null
  /** Departments that asked whether one of theirs can be had here, when nobody was there for them. */
  turnedAway: readonly string[]
  /** What was said of visits to the line that have not come yet, by `<conversation>/<ticket>`; a few. */
  early: Readonly<Record<string, { wants: Wants; news: number }>>
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
  /**
   * Agents who left this floor, with the version that said so: older reports say nothing. The
   * newest of them only.
   */
  leftAgents: Readonly<Record<string, number>>
  /** Somebody waits whom an agent has passed on: the agent is asked again in a while. */
  askAgain: boolean
}

/** What it does about an event. */
export type Rule<E> = RuleOf<DepartmentContext, E>

export const initialDepartment = (id: string): DepartmentContext => ({
  id,
  name: '',
  settings: departmentSettings.initial,
  createdAt: 0,
  removedAt: null,
  shutSince: null,
  rank: 0,
  lastCame: 0,
  languages: [],
  lookAt: null,
  turnedAway: [],
  early: {},
  offer: 0,
  lastTaken: 0,
  intervals: [],
  crossed: {},
  leftAgents: {},
  askAgain: false,
})
