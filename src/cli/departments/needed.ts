import type { Needed } from '../../commands/departments/remove'
import { programName } from '../program-name'

/** Names that a sentence can hold. */
const NAMED_AGENTS = 5

/** Why a department is not removed, and what has to be done before, as one sentence. */
export const whyItStays = (needed: Needed): string => {
  if (needed === 'only')
    return `It is the only department: open another first with ${programName()} department set NAME`
  const { agents, conversations } = needed
  const names =
    agents.slice(0, NAMED_AGENTS).join(', ') + (agents.length > NAMED_AGENTS ? ', …' : '')
  const reasons = [
    conversations > 0 &&
      `${conversations} open ${conversations === 1 ? 'conversation' : 'conversations'}, to be ended or handed over`,
    agents.length > 0 &&
      `${agents.length} ${agents.length === 1 ? 'account' : 'accounts'} (${names}), to be given others with ${programName()} agent set or admin set`,
  ]
  return `It still has ${reasons.filter((reason) => reason !== false).join(', and ')}`
}
