import { dayNumber } from '../../actors/figures/calendar'
import { type Dimension, dimensions } from '../../actors/figures/dimensions'
import {
  MOST_DAYS,
  MOST_DAYS_BY_HOUR,
  type ReportName,
  reportOf,
  stretches,
} from '../../actors/figures/reports'
import type { Staff } from '../../actors/people'
import { Problem } from '../../actors/problem'
import { tagKeyOf } from '../../actors/tag'
import { allows } from '../policies/permissions'
import type { ReportAsk } from './reports'

/** Days of a report where nobody says how many. */
const USUAL_DAYS = 28
/** Characters of a value that are looked at. */
const TYPED = 200

const refused = (field: string) =>
  new Problem('invalid', 'fieldNotValid', { field, values: { field } })

type Typed = (name: string) => string | undefined

/**
 * What is asked of a report: `from` and `to` are days, to the last of which it goes. `today` is the number
 * of this day by the desk's clocks. Problems: invalid `fieldNotValid`, with the name of the field.
 */
export const reportAskIn = (
  name: ReportName,
  typed: Typed,
  today: number,
  departments: readonly string[] | null,
): ReportAsk | Problem => {
  const given = (field: string) => (typed(field) ?? '').trim().slice(0, TYPED)
  const to = given('to')
  const until = to === '' ? today : dayNumber(to)
  if (until === null) return refused('to')
  const began = given('from')
  const from = began === '' ? until - USUAL_DAYS + 1 : dayNumber(began)
  if (from === null || from > until || until - from >= MOST_DAYS) return refused('from')
  const asked = given('by') || 'day'
  const by = stretches.find((one) => one === asked)
  const isTooMuch = by === 'hour' && until - from >= MOST_DAYS_BY_HOUR
  if (!by || (isTooMuch && reportOf(name).rows === 'time')) return refused('by')
  return { name, by, from, until, departments, only: onlyIn(given) }
}

const onlyIn = (given: (field: string) => string): ReportAsk['only'] => {
  const only: Partial<Record<Dimension, string>> = {}
  for (const dimension of dimensions) {
    const value = given(dimension)
    if (value !== '') only[dimension] = dimension === 'tag' ? tagKeyOf(value) : value
  }
  return only
}

/** The departments whose figures somebody may see; null for all. */
export const departmentsSeen = (person: Staff): readonly string[] | null =>
  allows(person, 'conversations.watch.all') ? null : person.departments
