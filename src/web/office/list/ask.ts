import { isProblem, Problem } from '../../../../actors/problem'
import { dayStart } from '../../../../actors/search/day-start'
import {
  type ListAsk,
  type ListOrder,
  type ListPlace,
  placeIn,
} from '../../../../views/office/list/ask'
import type { List, ListFilter } from '../../../../views/office/list/list'
import type { Ask } from '../../context'

/** Characters of what is looked for that are looked at. */
const TYPED = 200
/** Hours after a day's beginning at which the next day has not ended in any zone. */
const INTO_NEXT_DAY_MS = 26 * 3_600_000

const refused = (field: string) =>
  new Problem('invalid', 'fieldNotValid', { field, values: { field } })

/**
 * What the address of a list asks for. Days are those of the reader's zone.
 * Problems: invalid `fieldNotValid`, with the name of what the list does not know or cannot read.
 */
export const askIn = <Row>(c: Ask, list: List<Row>): ListAsk | Problem => {
  const typed = (key: string) => (c.req.query(key) ?? '').trim().slice(0, TYPED)
  const order = orderIn(typed('sort'), list)
  if (isProblem(order)) return order
  const until = untilIn(c.req.query('until'))
  if (isProblem(until)) return until
  const given = list.filters.flatMap((filter) => {
    const value = typed(filter.key)
    return value === '' ? [] : [{ filter, value }]
  })
  const { zone } = c.get('look')
  const times: Record<string, number> = {}
  for (const { filter, value } of given) {
    const at = timeIn(filter, value, zone)
    if (isProblem(at)) return at
    if (at !== undefined) times[filter.key] = at
  }
  const filters = Object.fromEntries(given.map(({ filter, value }) => [filter.key, value]))
  return { q: list.searches ? typed('q') : '', ...order, filters, times, until, zone }
}

const orderIn = <Row>(typed: string, { columns, usual }: List<Row>): ListOrder | Problem => {
  if (typed === '') return usual
  const descending = typed.startsWith('-')
  const sort = descending ? typed.slice(1) : typed
  const isKnown = columns.some(({ key, sortable }) => sortable && key === sort)
  return isKnown ? { sort, descending } : refused('sort')
}

const timeIn = ({ key, is }: ListFilter, day: string, zone: string) => {
  if (is !== 'from' && is !== 'to') return undefined
  const begins = dayStart(day, zone)
  if (begins === null) return refused(key)
  return is === 'from' ? begins : dayAfter(begins, zone)
}

/** When the day after one that begins then begins, whatever the clocks do in between. */
const dayAfter = (begins: number, zone: string): number => {
  const next = new Intl.DateTimeFormat('en-CA', { timeZone: zone }).format(
    begins + INTO_NEXT_DAY_MS,
  )
  return dayStart(next, zone) ?? begins
}

const untilIn = (typed: string | undefined): ListPlace | Problem | null =>
  typed ? (placeIn(typed) ?? refused('until')) : null
