import { type Candidate, type Decision, type Mark, marks, type Reject } from '../decision'
import type { FloorRow } from '../rows'

/** Candidates that a decision tells of, each; how the others of a larger floor fared is only counted. */
export const LISTED_CANDIDATES = 30
/** Those of them with the name they had. The names of the others are looked up by who asks. */
export const NAMED_CANDIDATES = 8

/** An agent who was looked at: the strategy's figure, or why they could not be chosen. */
export type Judged = Free | Rejected
/** Of who could be chosen, what goes before the score: how much each counts, 0 for nothing. */
export type Free = { agent: FloorRow; score: number; reject: null; ranks: Record<Mark, number> }
type Rejected = { agent: FloorRow; score: null; reject: Reject }

/**
 * What a decision keeps of everybody who was looked at, `free` being the best of those who could
 * be chosen, in order. However large the floor, it stays small.
 */
export const keptOf = (
  free: readonly Judged[],
  all: readonly Judged[],
): Pick<Decision, 'candidates' | 'others'> => {
  const rejected = all.filter(({ reject }) => reject !== null)
  const listed = [...free, ...rejected].slice(0, LISTED_CANDIDATES)
  const others: Decision['others'] = {}
  const count = ({ reject }: Judged, by: number) => {
    others[reject ?? 'free'] = (others[reject ?? 'free'] ?? 0) + by
  }
  for (const one of all) count(one, 1)
  for (const one of listed) count(one, -1)
  const some = Object.entries(others).filter(([, n]) => n > 0)
  const candidates = listed.map((one, nth) => {
    const candidate = candidateOf(one)
    return nth < NAMED_CANDIDATES ? candidate : { ...candidate, name: '' }
  })
  return { candidates, others: Object.fromEntries(some) }
}

/** The best of many, in order, without putting all the others in order too. */
export const bestOf = <One>(all: readonly One[], order: (one: One, other: One) => number) => {
  const best: One[] = []
  for (const one of all) {
    const last = best[LISTED_CANDIDATES - 1]
    if (last !== undefined && order(last, one) <= 0) continue
    const at = best.findIndex((other) => order(one, other) < 0)
    best.splice(at < 0 ? best.length : at, 0, one)
    best.length = Math.min(best.length, LISTED_CANDIDATES)
  }
  return best
}

const candidateOf = (judged: Judged): Candidate => {
  const { agent, score, reject } = judged
  const counted = judged.reject === null ? marks.filter((mark) => judged.ranks[mark] > 0) : []
  return {
    agent: agent.agent,
    name: agent.name,
    load: agent.load + agent.offers.length,
    capacity: agent.capacity,
    score,
    reject,
    ...(counted.length > 0 ? { marks: counted } : {}),
  }
}
