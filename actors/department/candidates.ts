import type { Candidate, Decision, FloorRow, Reject } from '../rows'

/** Candidates that a decision names; how the others fared is only counted. */
export const NAMED_CANDIDATES = 8

/** An agent who was looked at: the strategy's figure, or why they could not be chosen. */
export type Judged = { agent: FloorRow; score: number; reject: null } | Rejected
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
  for (const { reject } of all.filter((one) => !named.includes(one))) {
    const outcome = reject ?? 'free'
    others[outcome] = (others[outcome] ?? 0) + 1
  }
  return { candidates: named.map(candidateOf), others }
}

const candidateOf = ({ agent, score, reject }: Judged): Candidate => ({
  agent: agent.agent,
  name: agent.name,
  load: agent.load + agent.offers.length,
  capacity: agent.capacity,
  score,
  reject,
})
