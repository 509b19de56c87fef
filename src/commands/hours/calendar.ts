import ICAL from 'ical.js'
import { z } from 'zod'
import { holding } from '../../../actors/holds'
import { type Hours, hoursLimits } from '../../../actors/hours/hours'
import { isProblem, Problem } from '../../../actors/problem'
import { nameUpTo } from '../input'
import { read } from '../input/read'
import { exceptionsOf } from './calendar-events'
import { inOrder } from './exceptions'
import type { HoursChange } from './save'

/** With the other fields it fits into a form. */
const CALENDAR_KB = 100

export const calendarForm = z.strictObject({
  version: holding('value', z.string().max(64)).optional(),
  /** A file of the form, or its text. */
  calendar: holding('value', z.unknown()),
  /** What it is called here; the name that it has itself, or that of the file. */
  name: nameUpTo(hoursLimits.calendar).default(''),
})

/**
 * The days of a calendar (RFC 5545), in the place of those that came from one of the same name: shut on
 * whole days, and shut for as long as an event lasts on others. What is over is left out.
 * Problems: invalid `calendarNotValid` | `calendarEmpty` | `tooManyExceptions`, tooLarge `calendarTooLarge`.
 */
export const withCalendar = async (
  input: unknown,
  now: Hours,
  at: number,
): Promise<HoursChange | Problem> => {
  const form = read(calendarForm, input)
  if (isProblem(form)) return form
  const { version, calendar } = form
  const given = calendar instanceof Blob ? await calendar.text() : calendar
  if (typeof given !== 'string') return notValid()
  if (Buffer.byteLength(given) > CALENDAR_KB * 1024)
    return new Problem('tooLarge', 'calendarTooLarge', {
      ...{ field: 'calendar', values: { limit: CALENDAR_KB } },
    })
  const component = parsed(given)
  if (!component) return notValid()
  const name = nameOf(form.name, component, calendar)
  const found = exceptionsOf(component, { hours: now, at, name })
  if (found.length === 0) return new Problem('invalid', 'calendarEmpty', { field: 'calendar' })
  const others = now.exceptions.filter((one) => one.calendar !== name)
  const exceptions = inOrder([...others, ...found])
  if (exceptions.length > hoursLimits.exceptions)
    return new Problem('invalid', 'tooManyExceptions', {
      ...{ field: 'calendar', values: { limit: hoursLimits.exceptions } },
    })
  return { version, hours: { ...now, exceptions } }
}

const notValid = () => new Problem('invalid', 'calendarNotValid', { field: 'calendar' })

/** What it is called, in as many words as are kept; never nothing, which would be by hand. */
const nameOf = (typed: string, component: ICAL.Component, given: unknown): string => {
  const own = component.getFirstPropertyValue('x-wr-calname')
  const file = given instanceof File ? given.name : ''
  const name = [typed, typeof own === 'string' ? own : '', file].find((one) => one.trim() !== '')
  return (name ?? 'iCal').trim().slice(0, hoursLimits.calendar).toWellFormed()
}

const parsed = (text: string): ICAL.Component | undefined => {
  try {
    const read: unknown = ICAL.parse(text)
    const component = new ICAL.Component(read as ConstructorParameters<typeof ICAL.Component>[0])
    return component.name === 'vcalendar' ? component : undefined
  } catch {
    return undefined
  }
}
