import { type Hours, hoursSchema } from '../../../actors/hours/hours'
import { Problem } from '../../../actors/problem'
import { readHours } from '../../../src/reads/office-hours'
import type { OfficeContext } from '../../../views/office/context'
import { HoursListPage, hoursInMenu, hoursList } from '../../../views/office/hours'
import type { HoursLine } from '../../../views/office/hours/details'
import { HoursPage } from '../../../views/office/hours/page'
import { hours as words } from '../../../views/words/hours'
import * as data from './data'
import { lookOf, type Picture } from './picture'

type Given = Parameters<Picture['page']>[0]
type More = Pick<OfficeContext, 'refused'> & { said?: keyof (typeof words)['en']['said'] }
const contextOf = (given: Given, { said, refused }: More = {}): OfficeContext => {
  const look = lookOf(given)
  return {
    ...look,
    me: { id: data.olga, name: 'Olga Petrova-Samoilova' },
    menu: [hoursInMenu],
    page: hoursInMenu,
    ...(said ? { said: words[look.language].said[said] } : {}),
    ...(refused ? { refused } : {}),
  }
}

const week = {
  ...{ mon: '09:00-12:30 13:30-18:00', tue: '09:00-12:30 13:30-18:00', wed: '09:00-18:00' },
  ...{ thu: '09:00-12:30 13:30-20:00 21:00-22:00', fri: '09:00-16:00', sat: '22:00-02:00' },
  sun: '',
}
const full: Hours = hoursSchema.parse({
  ...{ zone: 'Europe/Berlin', week },
  exceptions: [
    { from: '2026-11-27', name: 'Stock-taking', open: '13:00-18:00' },
    { from: '2026-12-24', to: '2026-12-26', name: 'Christmas, and the day after', yearly: true },
    { from: '2027-03-26', name: data.long.slice(0, 90), calendar: 'feiertage-sachsen.ics' },
  ],
})
const none: Hours = hoursSchema.parse({ use: 'always', zone: 'UTC', week: {} })

const one = (
  name: string,
  hours: Hours,
  more: More & { of?: string | null; tried?: { day: string; time: string } } = {},
): Picture => ({
  name,
  height: 1500,
  page: (given) => {
    const context = contextOf(given, more)
    const { of = 'Orders & delivery', tried = null } = more
    const about = { of: of ?? 'desk', name: of, hours, version: 'v', hasDesk: of !== null }
    return <HoursPage {...context} details={readHours(about, context.now, tried)} />
  },
})

const lines = (now: number): HoursLine[] => [
  {
    ...{ id: 'orders', name: 'Orders & delivery', use: 'own', zone: 'Europe/Berlin' },
    ...{ isOpen: true, next: { at: now + 3_600_000, opens: false } },
  },
  {
    ...{ id: 'long', name: data.long.slice(0, 100), use: 'desk', zone: 'America/New_York' },
    ...{ isOpen: false, next: { at: now + 90_000_000, opens: true } },
  },
  { id: 'all', name: '订单与物流', use: 'always', zone: '', isOpen: true, next: null },
]

const list = (name: string, rows: (now: number) => HoursLine[]): Picture => ({
  name,
  height: 900,
  page: (given) => {
    const context = contextOf(given)
    const ask = { q: '', ...hoursList.usual, filters: {}, times: {}, until: null }
    return <HoursListPage {...context} ask={ask} found={{ rows: rows(context.now), next: null }} />
  },
})

const typed = {
  ...{ zone: 'Europe/Berlin', mon_on: 'yes', mon_from_1: '09:00', mon_to_1: '12:30' },
  ...{ mon_from_2: '12:00', mon_to_2: '18:00', mon_more: '', tue_on: 'yes' },
  ...{ tue_from_1: '09:00', tue_to_1: '12:30', tue_from_2: '13:30', tue_to_2: '18:00' },
}

export const hoursPictures: Picture[] = [
  list('office-hours', lines),
  { ...list('office-hours-empty', () => []), once: true },
  one('office-hours-one', full, { said: 'saved', tried: { day: '2027-03-28', time: '01:30' } }),
  one('office-hours-always', none),
  { ...one('office-hours-desk', none, { of: null }), once: true },
  one('office-hours-fault', full, {
    refused: {
      ...{ form: 'week', typed },
      problem: new Problem('invalid', 'intervalsOverlap', { field: 'mon_from_1' }),
    },
  }),
  {
    ...one('office-hours-stale', full, {
      refused: { form: 'week', typed, problem: new Problem('conflict', 'changedMeanwhile') },
    }),
    once: true,
  },
  {
    ...one('office-hours-day-fault', full, {
      refused: {
        ...{ form: 'exception', typed: { from: '2026-12-31', to: '2026-12-30', open: '' } },
        problem: new Problem('invalid', 'daysNotValid', { field: 'to' }),
      },
    }),
    once: true,
  },
]
