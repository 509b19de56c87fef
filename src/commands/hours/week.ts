import { z } from 'zod'
import { holding } from '../../../actors/holds'
import { type Hours, hoursUses, isZone, type Weekday, weekdays } from '../../../actors/hours/hours'
import { type IntervalFault, intervalsText, readIntervals } from '../../../actors/hours/intervals'
import { isProblem, Problem, type Reason } from '../../../actors/problem'
import { read } from '../input/read'
import type { HoursChange } from './save'

const TYPED_CHARS = 200
const typed = holding('value', z.string().max(TYPED_CHARS)).optional()
const clock = holding('value', z.string().max(16)).optional()

/** Fields of a day: whether it is open, two stretches by their clocks, and further ones as text. */
const dayFields = (day: Weekday) => ({
  /** All of it as text, for a program: `09:00-12:30 13:30-18:00`. */
  [day]: typed,
  [`${day}_on`]: z.literal('yes').optional(),
  [`${day}_from_1`]: clock,
  [`${day}_to_1`]: clock,
  [`${day}_from_2`]: clock,
  [`${day}_to_2`]: clock,
  [`${day}_more`]: typed,
})

export const weekForm = z.strictObject({
  version: holding('value', z.string().max(64)).optional(),
  use: z.enum(hoursUses).optional(),
  zone: holding('value', z.string().trim().max(64)).optional(),
  /** The day whose hours all other open days are to have. */
  copy: z.enum(weekdays).optional(),
  ...Object.assign({}, ...weekdays.map(dayFields)),
})

type Fields = Readonly<Record<string, string | undefined>>

/**
 * The week as somebody typed it, in the place of what holds now; a day of which nothing was sent stays.
 * Problems: invalid `intervalsNotValid` | `intervalsOverlap` | `tooManyIntervals` | `zoneUnknown`, with the
 * field.
 */
export const weekIn = (input: unknown, now: Hours): HoursChange | Problem => {
  const form = read(weekForm, input)
  if (isProblem(form)) return form
  const fields = form as Fields & { use?: Hours['use']; copy?: Weekday }
  const { version, use = now.use, zone = now.zone, copy } = fields
  if (!isZone(zone)) return new Problem('invalid', 'zoneUnknown', { field: 'zone' })
  const week: Record<Weekday, string> = { ...now.week }
  for (const day of weekdays) {
    const open = dayIn(fields, day)
    if (isProblem(open)) return open
    if (open !== undefined) week[day] = open
  }
  if (copy) for (const day of weekdays) if (week[day] !== '') week[day] = week[copy]
  return { version, hours: { ...now, use, zone, week } }
}

const faults: Readonly<Record<IntervalFault, Reason>> = {
  notRead: 'intervalsNotValid',
  overlap: 'intervalsOverlap',
  tooMany: 'tooManyIntervals',
}

/** What somebody typed of a day, as it is kept; undefined where nothing was sent of it. */
const dayIn = (fields: Fields, day: Weekday): string | undefined | Problem => {
  const whole = fields[day]
  if (whole !== undefined) return openIn(whole, day)
  const isOn = fields[`${day}_on`] === 'yes'
  if (fields[`${day}_from_1`] === undefined) return undefined
  if (!isOn) return ''
  const pairs = [1, 2].map((nth) => [fields[`${day}_from_${nth}`], fields[`${day}_to_${nth}`]])
  const stretches = pairs.flatMap(([from = '', to = '']) => (from || to ? [`${from}-${to}`] : []))
  const all = [...stretches, fields[`${day}_more`] ?? ''].join(' ').trim()
  // A day that is on needs to say when.
  if (all === '') return new Problem('invalid', 'intervalsNotValid', { field: `${day}_from_1` })
  return openIn(all, `${day}_from_1`)
}

/** Stretches of a day as they are kept. Problems: invalid (field). */
export const openIn = (text: string, field: string): string | Problem => {
  const intervals = readIntervals(text)
  if (typeof intervals !== 'string') return intervalsText(intervals)
  return new Problem('invalid', faults[intervals], { field })
}
