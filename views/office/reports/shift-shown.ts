import type { DaySpan, Duty } from '../../../actors/figures/shift'
import { paths } from '../../paths'
import { reportPaths } from './paths'

const page = reportPaths.shifts

export const shiftPaths = {
  page,
  file: (format: 'csv' | 'json') => `${page}.${format}`,
  away: (id: string) => paths.office.of('reports', 'shifts', id, 'away'),
}

export type ShownShift = {
  id: string
  name: string
  spans: readonly DaySpan[]
  totals: Readonly<Record<Duty, number>>
}

export type ShownShifts = {
  day: number
  agent?: string
  from: number
  until: number
  days: readonly ShownShift[]
  choices: readonly { value: string; label: string }[]
  /** Of whom it is this day and who may be set away by this reader. */
  canSendAway: readonly string[]
  /** Whom a form that was not taken was about. */
  setting?: string
  zone: string
}
