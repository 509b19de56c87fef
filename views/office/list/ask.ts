import { query } from '../../paths/query'

/** A place in a list: what its row is sorted by there, and its id. */
export type ListPlace = { by: string | number; id: string }

/** What somebody asks of a list, as its address says it. */
export type ListAsk = {
  /** Words to look for; empty for none. */
  q: string
  /** The key of the column it is sorted by, and which way. */
  sort: string
  descending: boolean
  /** What it is narrowed by, as typed, by the keys of its filters; those that are empty are left out. */
  filters: Readonly<Record<string, string>>
  /** When the days among them begin, and for a last day when it is over; ms UTC. */
  times: Readonly<Record<string, number>>
  /** Whose days they are, an IANA name or an offset; UTC where it is left out. */
  zone?: string
  /** Only what comes after. */
  until: ListPlace | null
}

/** One page of a list. */
export type ListRows<Row> = { rows: readonly Row[]; next: ListPlace | null }

/** How a list is sorted where nothing is said. */
export type ListOrder = { sort: string; descending: boolean }

/** A place as an address has it. */
const placeText = ({ by, id }: ListPlace): string => JSON.stringify([by, id])

/** The place that an address has; undefined where it has none. */
export const placeIn = (text: string): ListPlace | undefined => {
  try {
    const [by, id] = JSON.parse(text)
    const isPlace = (typeof by === 'string' || typeof by === 'number') && typeof id === 'string'
    return isPlace ? { by, id } : undefined
  } catch {
    return undefined
  }
}

/** What an address says of what is asked; what goes without saying is left out. */
const fieldsOf = ({ q, sort, descending, filters, until }: ListAsk, usual: ListOrder) => ({
  q: q || undefined,
  ...filters,
  sort:
    sort === usual.sort && descending === usual.descending
      ? undefined
      : `${descending ? '-' : ''}${sort}`,
  until: until ? placeText(until) : undefined,
})

/** The address of a list as it is asked for, but for what is changed. */
export const listAddress = (
  path: string,
  ask: ListAsk,
  usual: ListOrder,
  change: Partial<ListAsk> = {},
): string => path + query(fieldsOf({ ...ask, ...change }, usual))
