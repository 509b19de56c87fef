import { hindranceOf } from '../agent/rights'
import type { Decision, Reject } from '../decision'
import type { Strategy } from '../entry'
import type { FloorRow, Reads } from '../rows'
import { bestOf, type Free, type Judged, keptOf } from './candidates'
import {
  type Asked,
  fits,
  hasHadShare,
  isForThem,
  isGoodAt,
  oldestOffer,
  skillsNeeded,
  skillsOf,
  type Terms,
  waitsForLanguage,
} from './fit'

/** Who is chosen, null when nobody is free, and how many were; `kept` is what is kept of why. */
export type Choice = {
  chosen: FloorRow | null
  free: number
  kept: Pick<Decision, 'candidates' | 'others'>
}

/**
 * Chooses who is offered one waiting conversation: a pure function of the line's row, the floor
 * and the department's terms. Nobody is chosen who is away, out of reach, resting, full, without the
 * right to reply, who passed on it, or whose languages or skills do not fit. Of the others goes first who was
 * asked for, then who speaks the language, then who knows most of what it is about, where the department
 * wants that; then who has not had their share; then by the strategy, of which the lower score wins.
 * Equal ones go to who waited longest for an offer, then by id.
 */
export const choose = (
  terms: Terms,
  row: Asked,
  floor: readonly FloorRow[],
  first?: string,
): Choice => {
  const reject = rejectOver(terms, row, floor)
  const looked = floor.map((agent) => ({ agent, reject: reject(agent) }))
  const oldest = oldestOffer(looked.flatMap(({ agent, reject }) => (reject ? [] : [agent])))
  const all = looked.map(({ agent, reject }): Judged => {
    if (reject) return { agent, score: null, reject }
    const ranks = {
      asked: agent.agent === first ? 1 : 0,
      speaks: terms.languageRule !== 'any' && row.language !== '' && fits(agent, row) ? 1 : 0,
      skilled: terms.skillRule === 'any' ? 0 : skillsOf(agent, row),
      hadShare: hasHadShare(terms, agent, oldest) ? 1 : 0,
    }
    return { agent, score: scores[terms.strategy](agent), reject, ranks }
  })
  const free = all.filter((one): one is Free => one.reject === null)
  const best = bestOf(free, byRank)
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

/** Whether one who is on duty could ever be given this one: somebody is there for them. */
export const isThereFor = (terms: Terms, row: Asked, agent: FloorRow): boolean =>
  isOnDuty(agent) && isForThem(terms, row, agent)

/** Whether they could be given anything at all now. */
export const isFree = (agent: FloorRow): boolean => hindrance(agent) === null

/** Whether somebody waits while somebody could have them: never true for long. */
export const isStuck = (terms: Terms, reads: Pick<Reads, 'line' | 'floor'>): boolean =>
  reads.line.some((row) => {
    const reject = rejectOver(terms, row, reads.floor)
    return reads.floor.some((agent) => reject(agent) === null)
  })

const hindrance = (agent: FloorRow): Reject | null => {
  const { ready, present, mayReply } = agent
  const own = hindranceOf({ ready, present, mayReply, hasRoom: spare(agent) > 0 })
  return own ?? (agent.resting ? 'resting' : null)
}

/** Why each of a floor cannot have it now; null for who can. */
const rejectOver = (terms: Terms, row: Asked, floor: readonly FloorRow[]) => {
  const needed = skillsNeeded(terms, row, floor)
  return (agent: FloorRow): Reject | null => {
    const own = hindrance(agent)
    if (own) return own
    if (row.refused.includes(agent.agent)) return 'passed'
    if (waitsForLanguage(terms, row) && !fits(agent, row)) return 'language'
    return isGoodAt(agent, needed) ? null : 'skill'
  }
}

const scores: Record<Strategy, (agent: FloorRow) => number> = {
  'least-loaded': (agent) => agent.load + agent.offers.length,
  /** The share of their places that is taken, 0 to 1. */
  'percent-spare': (agent) => 1 - spare(agent) / agent.capacity,
  'round-robin': (agent) => agent.lastOffer,
  'longest-idle': (agent) => agent.idleSince,
}

const byRank = (one: Free, other: Free): number =>
  other.ranks.asked - one.ranks.asked ||
  other.ranks.speaks - one.ranks.speaks ||
  other.ranks.skilled - one.ranks.skilled ||
  one.ranks.hadShare - other.ranks.hadShare ||
  one.score - other.score ||
  one.agent.lastOffer - other.agent.lastOffer ||
  (one.agent.agent < other.agent.agent ? -1 : 1)
