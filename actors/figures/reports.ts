import type { Dimension } from './dimensions'
import type { FigureName } from './figures'

/** What a report is a table of: stretches of time, the hours of a week, or the values of a dimension. */
export type ReportRows = 'time' | 'weekHour' | Dimension

export type Report = { rows: ReportRows; figures: readonly FigureName[] }

const people: readonly FigureName[] = [
  ...(['conversations', 'firstAnswer', 'nextAnswer', 'handling', 'solution'] as const),
  ...(['kept', 'satisfaction', 'ratings', 'agentMessages', 'handovers'] as const),
]
const kinds: readonly FigureName[] = [
  ...(['conversations', 'abandonedShare', 'wait', 'firstAnswer', 'solution'] as const),
  ...(['kept', 'satisfaction'] as const),
]

/** The reports, by their name in addresses and on the command line. */
export const reports = {
  overview: {
    rows: 'time',
    figures: [
      ...(['conversations', 'reopened', 'abandoned', 'abandonedShare', 'wait'] as const),
      ...(['firstAnswer', 'nextAnswer', 'handling', 'solution', 'kept', 'satisfaction'] as const),
      ...(['visitorMessages', 'agentMessages'] as const),
    ],
  },
  agents: { rows: 'agent', figures: people },
  departments: { rows: 'department', figures: kinds },
  tags: { rows: 'tag', figures: kinds },
  sla: {
    rows: 'time',
    figures: ['promised', 'late', 'kept', 'firstAnswer', 'nextAnswer', 'solution'],
  },
  satisfaction: {
    rows: 'time',
    figures: ['satisfaction', 'satisfied', 'ratings', 'conversations'],
  },
  workload: { rows: 'weekHour', figures: ['conversations', 'wait', 'firstAnswer', 'abandoned'] },
  languages: { rows: 'language', figures: kinds },
  sources: { rows: 'source', figures: kinds },
  countries: { rows: 'country', figures: kinds },
  devices: { rows: 'device', figures: kinds },
  ratings: { rows: 'rating', figures: kinds },
  endings: { rows: 'ending', figures: kinds },
} as const satisfies Record<string, Report>
export type ReportName = keyof typeof reports
export const reportNames = Object.keys(reports) as readonly ReportName[]

export const reportOf = (name: ReportName): Report => reports[name]

/** By what stretches of time a report is told. */
export const stretches = ['hour', 'day', 'week', 'month'] as const
export type TimeStretch = (typeof stretches)[number]

/** Days that can be asked for at once; and by the hour. */
export const MOST_DAYS = 1_100
export const MOST_DAYS_BY_HOUR = 35
