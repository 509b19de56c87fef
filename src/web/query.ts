import { type List, views } from '../../views/workbench/inbox/lists'
import type { Signature } from '../commands/proof'
import { PAGE_ROWS } from '../reads/queue-stretch'
import type { Ask } from './context'
import { filterIn } from './filter'

/**
 * Where a feed goes on: `Last-Event-ID` before `?after=`. Null for one that makes no sense, or is of
 * a page from before a backup was put in the place of the desk's data: the transcript is sent anew.
 */
export const cursorOf = (c: Ask): number | null => {
  const epoch = c.req.query('epoch')
  if (epoch !== undefined && epoch !== c.get('look').epoch) return null
  const given = c.req.header('Last-Event-ID') ?? c.req.query('after') ?? '0'
  return /^\d{1,15}$/.test(given) ? Number(given) : null
}

/** A seq in a query, to page from; undefined when there is none or it makes no sense. */
export const seqIn = (given: string | undefined): number | undefined =>
  given !== undefined && /^\d{1,15}$/.test(given) ? Number(given) : undefined

/** What somebody's keys did, as a page without a socket says it: `?paused` when all was taken away. */
export const keysIn = (c: Ask): 'typing' | 'paused' =>
  c.req.query('paused') === undefined ? 'typing' : 'paused'

/**
 * Which list of the workbench an address names; one's own when it names none. Days are those of
 * `zone`.
 */
export const listIn = (query: URLSearchParams, zone: string): List => {
  const view = views.find((each) => each === query.get('view')) ?? 'mine'
  const filter = filterIn(query, zone)
  // Whose line it is needs no filter: it has an order of its own.
  const isLine = view === 'line' && Object.keys(filter).every((name) => name === 'department')
  if (isLine) return { view, ...stretchIn(query) }
  const until = closedKeyIn(query.get('until') ?? '')
  const isNarrowed = Object.keys(filter).length > 0
  const isPaged = isNarrowed || (view !== 'mine' && view !== 'snoozed')
  return {
    view,
    ...(isNarrowed ? { filter } : {}),
    ...(isPaged && until ? { until } : {}),
  }
}

/** Whose line, and from which place on; left out where it makes no sense: all, from the first. */
const stretchIn = (query: URLSearchParams): Pick<List, 'department' | 'from'> => {
  const [department] = query.get('department')?.match(/^[\w-]{1,64}$/) ?? []
  const from = Number(query.get('from')?.match(/^\d{1,7}$/)?.[0] ?? 1)
  return {
    ...(department === undefined ? {} : { department }),
    ...(from > 1 ? { from: from - ((from - 1) % PAGE_ROWS) } : {}),
  }
}

/** Which page of a list it is, as `placeField` of its form says it; the first where that makes no sense. */
export const placeIn = (given: string): Pick<List, 'until' | 'from'> => {
  const [, from] = given.match(/^from(\d{1,7})$/) ?? []
  if (from !== undefined) return { from: Number(from) }
  const until = closedKeyIn(given)
  return until ? { until } : {}
}

/** `<ms>-<id>`, or a time alone; undefined for one that makes no sense: the newest. */
export const closedKeyIn = (given: string): List['until'] => {
  const [, at, id = ''] = given.match(/^(\d{1,15})(?:-([\w-]{1,64}))?$/) ?? []
  return at === undefined ? undefined : { at: Number(at), id }
}

/** Until when a link opens, and the proof that the desk signed it; undefined where either is missing. */
export const linkIn = (c: Ask): Signature | undefined => {
  const [until = '', proof = ''] = [c.req.query('e'), c.req.query('s')]
  const isWhole = /^\d{1,15}$/.test(until) && /^[\w-]{1,64}$/.test(proof)
  return isWhole ? { until: Number(until), proof } : undefined
}
