import type { Needed } from '../../commands/office'
import { called } from '../called'

/** Names that a sentence can hold. */
const NAMED = 5

/** Why a department is not removed, and what has to be done before, as one sentence. */
export const whyItStays = (needed: Needed): string => {
  if (needed === 'only')
    return `It is the only department: open another first with ${called()} department set NAME`
  const { agents, conversations } = needed
  const names = agents.slice(0, NAMED).join(', ') + (agents.length > NAMED ? ', …' : '')
  const reasons = [
    conversations > 0 &&
      `${conversations} open ${conversations === 1 ? 'conversation' : 'conversations'}, to be ended or handed over`,
    agents.length > 0 &&
      `${agents.length} ${agents.length === 1 ? 'account' : 'accounts'} (${names}), to be given others with ${called()} agent set or admin set`,
  ]
  return `It still has ${reasons.filter((reason) => reason !== false).join(', and ')}`
}
