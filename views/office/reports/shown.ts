import type { Dimension } from '../../../actors/figures/dimensions'
import type { FigureName, FigureValues } from '../../../actors/figures/figures'
import type { Mailing } from '../../../actors/figures/mailed'
import type { Measures } from '../../../actors/figures/measures'
import type { ReportName, TimeStretch } from '../../../actors/figures/reports'
import type { ListChoices } from '../list/list'

/** What is asked of a report: days by their numbers. */
export type ReportAsk = {
  name: ReportName
  by: TimeStretch
  from: number
  until: number
  only: Readonly<Partial<Record<Dimension, string>>>
}

export type ReportRow = { key: string; name: string; figures: FigureValues; measures: Measures }

/** All that the page of a report shows. */
export type ShownReport = {
  ask: ReportAsk
  read: { rows: readonly ReportRow[]; total: Measures; before: Measures }
  /** What is a row, and which figures it has. */
  report: { rows: string; figures: readonly FigureName[] }
  choices: ListChoices
  /** How often its reader is mailed it, empty for never; and where. */
  mailed: { every: Mailing | ''; address: string }
  zone: string
}
