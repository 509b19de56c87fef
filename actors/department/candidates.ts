import { type Candidate, type Decision, type Mark, marks, type Reject } from '../decision'
import type { FloorRow } from '../rows'

/** Candidates that a decision names; how the others fared is only counted. */
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
  const named = [...free, ...rejected].slice(0, NAMED_CANDIDATES)
  const others: Decision['others'] = {}
  const count = ({ reject }: Judged, by: number) => {
    others[reject ?? 'free'] = (others[reject ?? 'free'] ?? 0) + by
  }
  for (const one of all) count(one, 1)
  for (const one of named) count(one, -1)
  const some = Object.entries(others).filter(([, n]) => n > 0)
  return { candidates: named.map(candidateOf), others: Object.fromEntries(some) }
}

/** The best of many, in order, without putting all the others in order too. */
export const bestOf = <One>(all: readonly One[], order: (one: One, other: One) => number) => {
  const best: One[] = []
  for (const one of all) {
    const last = best[NAMED_CANDIDATES - 1]
    if (last !== undefined && order(last, one) <= 0) continue
    const at = best.findIndex((other) => order(one, other) < 0)
    best.splice(at < 0 ? best.length : at, 0, one)
    best.length = Math.min(best.length, NAMED_CANDIDATES)
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
