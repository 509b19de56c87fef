import type { BranchBegin } from '../../../actors/conversation/branch'
import type { ConversationEvent } from '../../../actors/conversation/events'

const at = 1_000_000
const timings = { patience: 60_000, accept: 30_000, silence: 600_000 }
const begins: BranchBegin = {
  ...{ visitor: 'vera', visitorName: 'Vera', guests: [], department: 'sales' },
  ...{ departmentName: 'Sales', timings, agent: 'ana', agentName: 'Ana', answered: true },
  ...{ closedAt: null, memory: { tags: ['VIP'], priority: 'high', snooze: null } },
  ...{ mergeCount: 1, saidSeq: 2, seenByAgent: 0, seenByVisitor: 2 },
  ...{ unanswered: [2], unansweredSince: at },
}

/** What comes of it that one is split at a line. */
export const splits = {
  'Olga splits it at its second line': {
    ...{ type: 'split', at, name: 'Olga', into: 'chair', first: 2, saidBefore: 1 },
  },
  'Olga splits it at its first line': {
    ...{ type: 'split', at, name: 'Olga', into: 'chair', first: 1, saidBefore: 0 },
  },
  'Olga takes back a split that was none': { type: 'unsplit', at, name: 'Olga' },
  'it begins with lines of the lamp': {
    ...{ type: 'branched', at, name: 'Olga', from: 'lamp', first: 3, upTo: 4, begins },
  },
  'what did not leave it is there': { type: 'branchedOff', at, into: 'chair' },
} as const satisfies Record<string, ConversationEvent>
