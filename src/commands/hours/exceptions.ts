import { z } from 'zod'
import { holding } from '../../../actors/holds'
import {
  areDays,
  type Hours,
  type HoursException,
  hoursLimits,
  isDay,
} from '../../../actors/hours/hours'
import { isProblem, Problem } from '../../../actors/problem'
import { nameUpTo } from '../input'
import { read } from '../input/read'
import { hoursVersion } from './place'
import type { HoursChange } from './save'
import { openIn } from './week'

const version = holding('value', z.string().max(64)).optional()
const day = holding('value', z.string().trim().max(10))

export const exceptionForm = z.strictObject({
  version,
  from: day,
  /** The first day itself when it is left out. */
  to: day.default(''),
  name: nameUpTo(hoursLimits.name).default(''),
  /** `09:00-12:00`, nothing where it stays shut. */
  open: holding('words', z.string().max(200)).default(''),
  yearly: z.enum(['yes', 'no']).default('no'),
})

/**
 * One more day that is not as the week has it; by hand, one with the same days takes the other's place.
 * Problems: invalid `dayNotValid` | `daysNotValid` | `intervalsNotValid` | …, with the field.
 */
export const withException = (input: unknown, now: Hours): HoursChange | Problem => {
  const form = read(exceptionForm, input)
  if (isProblem(form)) return form
  const { version, from, name, yearly } = form
  const to = form.to || from
  if (!isDay(from)) return new Problem('invalid', 'dayNotValid', { field: 'from' })
  if (!isDay(to)) return new Problem('invalid', 'dayNotValid', { field: 'to' })
  if (!areDays({ from, to })) return new Problem('invalid', 'daysNotValid', { field: 'to' })
  const open = openIn(form.open, 'open')
  if (isProblem(open)) return open
  const one = { from, to, name, open, yearly: yearly === 'yes', calendar: '' }
  const others = now.exceptions.filter(
    (other) => other.calendar !== '' || other.from !== from || other.to !== to,
  )
  return { version, hours: { ...now, exceptions: inOrder([...others, one]) } }
}

export const exceptionRemovalForm = z.strictObject({
  version,
  was: holding('value', z.string().max(400)),
})

/** Which of them it is. */
export const exceptionKey = ({ from, to, name, calendar }: HoursException): string =>
  JSON.stringify([from, to, name, calendar])

/** Without one of them, or without all of a calendar. Problems: missing. */
export const withoutException = (input: unknown, now: Hours): HoursChange | Problem => {
  const form = read(exceptionRemovalForm, input)
  if (isProblem(form)) return form
  const exceptions = now.exceptions.filter((one) => exceptionKey(one) !== form.was)
  const { version } = form
  const isCurrent = version === undefined || version === hoursVersion(now)
  if (exceptions.length === now.exceptions.length && isCurrent)
    return new Problem('missing', 'missing')
  return { version, hours: { ...now, exceptions } }
}

/** By their first day. */
export const inOrder = (exceptions: readonly HoursException[]): HoursException[] =>
  exceptions.toSorted((one, other) =>
    one.from === other.from ? one.to.localeCompare(other.to) : one.from < other.from ? -1 : 1,
  )
