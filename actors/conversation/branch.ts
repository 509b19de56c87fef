import type { Timings } from '../department/settings'
import type { VisitorWants } from '../rows'
import type { AspectMemory } from './aspects'

/** What left a conversation for one of its own: the seqs it had here. */
export type Branch = { into: string; first: number; last: number }

/** How a conversation goes on that comes back to the one it left, and with whom. */
export type TakesBack = { isOpen: boolean; holder: { agent: string; name: string } | null }

/** What a conversation begins with that leaves another one: of its context what is the same, by its own seqs. */
export type BranchBegin = {
  visitor: string
  visitorName: string
  guests: readonly string[]
  department: string
  departmentName: string
  timings: Timings
  agent: string | null
  agentName: string
  answered: boolean
  closedAt: number | null
  mergeCount: number
  saidSeq: number
  /** The newest that its visitor wrote; 0 for none. */
  askedSeq?: number
  seenByAgent: number
  seenByVisitor: number
  unanswered: readonly number[]
  unansweredSince: number | null
  memory: AspectMemory
  visitorWants?: VisitorWants
}
