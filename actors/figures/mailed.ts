import { monthOf, weekOf } from './calendar'
import { type ReportName, reportNames } from './reports'

/** How often a report is mailed. */
export const mailings = ['day', 'week', 'month'] as const
export type Mailing = (typeof mailings)[number]

/** That somebody is mailed a report: what of it they ask for, and the day on which the next one goes. */
export type MailedReport = {
  account: string
  name: ReportName
  /** By what it is narrowed, as an address says it. */
  asked: string
  every: Mailing
  language: string
  next: number
}

/** The day on which the next one goes: tomorrow, a Monday, the first of a month. */
export const nextMailing = (every: Mailing, today: number): number => {
  if (every === 'day') return today + 1
  if (every === 'week') return weekOf(today) + 7
  return monthOf(monthOf(today) + 31)
}

/** The days that one tells of which goes on a day: all of the stretch before it. */
export const mailedDays = (every: Mailing, on: number): { from: number; until: number } => ({
  from: every === 'day' ? on - 1 : every === 'week' ? on - 7 : monthOf(on - 1),
  until: on - 1,
})

/** Reads what is kept; what cannot be read is nothing. */
export const mailedIn = (kept: string | undefined): MailedReport[] => {
  try {
    const all: unknown = JSON.parse(kept ?? '[]')
    return Array.isArray(all) ? all.filter(isMailed) : []
  } catch {
    return []
  }
}

const isMailed = (one: unknown): one is MailedReport =>
  typeof one === 'object' &&
  one !== null &&
  'name' in one &&
  'every' in one &&
  reportNames.some((name) => name === one.name) &&
  mailings.some((every) => every === one.every)
