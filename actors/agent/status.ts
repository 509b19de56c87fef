import type { AgentStatus } from '../summary'
import type { AgentContext } from './context'

type Value = { duty: string | Record<string, string>; reach: string }

/** An agent's machine as it stands. */
export type State = { value: unknown; context: AgentContext }

export const statusOf = (value: unknown): AgentStatus => {
  const { duty } = value as Value
  if (typeof duty === 'object') return 'ready'
  return duty === 'away' ? 'away' : 'off'
}

export const isPresent = (value: unknown): boolean => (value as Value).reach === 'present'

export const isResting = (value: unknown): boolean => {
  const { duty } = value as Value
  return typeof duty === 'object' && duty.on === 'wrapUp'
}
