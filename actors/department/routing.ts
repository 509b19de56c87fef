import { hindranceOf } from '../agent/rights'
import type { Decision, Reject } from '../decision'
import type { Strategy } from '../entry'
import type { FloorRow, LineRow, Reads } from '../rows'
import { bestOf, type Judged, keptOf } from './candidates'

/** Who is chosen, null when nobody is free, and how many were; `kept` is what is kept of why. */
export type Choice = {
  chosen: FloorRow | null
  free: number
  kept: Pick<Decision, 'candidates' | 'others'>
}

/**
 * Chooses who is offered one waiting conversation: a pure function of the line's row, the floor
 * and the strategy. Lower scores win; equal ones go to who waited longest for an offer, then by id.
 * Nobody is chosen who is away, out of reach, resting, full, without the right to reply, or who
 * passed on it. Who was asked for goes `first`, if they could be chosen at all.
 */
export const choose = (
  strategy: Strategy,
  row: Pick<LineRow, 'refused'>,
  floor: Iterable<FloorRow>,
  first?: string,
): Choice => {
  const all = Array.from(floor, (agent): Judged => {
    const reject = rejectOf(agent, row.refused)
    return reject
      ? { agent, score: null, reject }
      : { agent, score: scores[strategy](agent), reject }
  })
  const free = all.filter(({ reject }) => reject === null)
  const best = bestOf(free, first === undefined ? byRank : firstThen(first))
  return { chosen: best[0]?.agent ?? null, free: free.length, kept: keptOf(best, all) }
}

/** Places an agent has left, counting offers they have not answered. */
const spare = (agent: FloorRow): number => agent.capacity - agent.load - agent.offers.length

/**
 * Whether an agent counts as there for those who wait. One whose connection is lost still does:
 * they are ready until their grace has passed, and away from then on.
 */
export const isOnDuty = (agent: Pick<FloorRow, 'ready' | 'mayReply'>): boolean =>
  agent.ready && agent.mayReply

/** Whether they could be given anything at all now. */
export const isFree = (agent: FloorRow): boolean => rejectOf(agent, []) === null

/** Whether somebody waits while somebody could have them: never true for long. */
export const isStuck = (reads: Pick<Reads, 'line' | 'floor'>): boolean =>
  reads.line.some((row) => reads.floor.some((agent) => rejectOf(agent, row.refused) === null))

const rejectOf = (agent: FloorRow, refused: readonly string[]): Reject | null => {
  const { ready, present, mayReply } = agent
  const hindrance = hindranceOf({ ready, present, mayReply, hasRoom: spare(agent) > 0 })
  if (hindrance) return hindrance
  if (agent.resting) return 'resting'
  return refused.includes(agent.agent) ? 'passed' : null
}

const scores: Record<Strategy, (agent: FloorRow) => number> = {
  'least-loaded': (agent) => agent.load + agent.offers.length,
  /** The share of their places that is taken, 0 to 1. */
  'percent-spare': (agent) => 1 - spare(agent) / agent.capacity,
  'round-robin': (agent) => agent.lastOffer,
  'longest-idle': (agent) => agent.idleSince,
}

/** Whom the visitor asked for before all others. */
const firstThen = (agent: string) => (one: Judged, other: Judged) =>
  Number(other.agent.agent === agent) - Number(one.agent.agent === agent) || byRank(one, other)

const byRank = (one: Judged, other: Judged): number =>
  (one.score ?? 0) - (other.score ?? 0) ||
  one.agent.lastOffer - other.agent.lastOffer ||
  (one.agent.agent < other.agent.agent ? -1 : 1)
