import { dayText } from '../../../actors/figures/calendar'
import type { ReportName } from '../../../actors/figures/reports'
import { paths } from '../../paths'
import { query } from '../../paths/query'
import type { ReportAsk } from './shown'

/** The first of them stands in the menu; all have their name in their address. */
export const reportPaths = {
  menu: paths.office.of('reports'),
  shifts: paths.office.of('reports', 'shifts'),
  named: paths.office.of('reports', ':report'),
  mail: (name: string) => paths.office.of('reports', name, 'mail'),
  of: (name: ReportName | 'conversations', format?: 'csv' | 'json' | 'xlsx') =>
    paths.office.of('reports', format ? `${name}.${format}` : name),
}

/** What is asked, as an address says it. */
export const askedText = ({ from, until, by, only }: ReportAsk): string =>
  query({ from: dayText(from), to: dayText(until), by: by === 'day' ? undefined : by, ...only })
