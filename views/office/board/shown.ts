import type { SlaShown } from '../../../actors/conversation/sla-terms'
import type { Measures } from '../../../actors/figures/measures'
import type { AgentStatus, ConversationState } from '../../../actors/summary'
import type { Language } from '../../words/language'

/** A department's line: how many wait, and since when the first of them, ms UTC. */
export type BoardLine = { id: string; name: string; waiting: number; since: number | null }

/** What an agent has in their hands. */
export type BoardAgent = {
  id: string
  name: string
  status: AgentStatus
  present: boolean
  load: number
  capacity: number
  holds: readonly { id: string; visitorName: string; state: ConversationState }[]
}

/** Whose promised time is over or soon will be. */
export type BoardDue = {
  id: string
  departmentName: string
  visitorName: string
  agentName: string
  sla: SlaShown | null
  /** Its time is over, and not only soon. */
  late: boolean
}

/** What began today by its hours, and what began in the same hour a week before. */
export type BoardHour = { hour: number; now: Measures; before: Measures }

export type Board = {
  lines: readonly BoardLine[]
  agents: readonly BoardAgent[]
  due: readonly BoardDue[]
  /** From the first hour in which anything was to the last. */
  today: readonly BoardHour[]
  /** The hour that the desk's clocks show. */
  hour: number
}

/** What is shown of it; how long somebody has waited the page counts by itself. */
export type BoardProps = { board: Board; language: Language; now: number }
