import { initialAspects } from '../../../actors/conversation/aspects'
import { saidByLines } from '../../../actors/conversation/imported'
import type { ConversationImported } from '../../../actors/conversation/imported-event'

const at = 1_000_000
const lines = saidByLines([])

const lamp: ConversationImported = {
  ...{ type: 'imported', at, visitor: 'vera', visitorName: 'Vera', department: 'sales' },
  ...{ departmentName: 'Sales', timings: { patience: 60_000, accept: 30_000, silence: 600_000 } },
  ...{ agent: 'ana', agentName: 'Ana', openedAt: 1_000, closedAt: 2_000, memory: initialAspects },
  beside: {
    ...{ messageLeft: false, mergedInto: null, merges: [], guests: [], mergeCount: 0 },
    ...{ branches: [], branchedFrom: null },
  },
  lines,
}

/** What was held elsewhere. */
export const broughtIn = {
  'it comes from elsewhere': lamp,
  'it comes from elsewhere, rated': {
    ...lamp,
    lines: { ...lines, rating: { stars: 4, entry: 'desk-3', commented: false } },
  },
} as const
