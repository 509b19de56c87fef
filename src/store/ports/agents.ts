import type { AgentRow } from '../../../actors/summary'

export interface Agents {
  /** By name, with those that were disabled. */
  all(): Promise<AgentRow[]>
  find(id: string): Promise<AgentRow | undefined>
}
