import type { ListAsk, ListRows } from '../../../views/office/list/ask'

/** How rows that are all read at once are looked through and put in order. */
type Ways<Row> = {
  /** What is searched for words, whatever the case. */
  text: (row: Row) => string
  /** What rows are sorted by, by the keys of the columns. */
  by: Readonly<Record<string, (row: Row) => string | number>>
  /** Whether a filter lets a row through, by the keys of the filters. */
  filters?: Readonly<Record<string, (row: Row, typed: string, time: number) => boolean>>
}

/** As a person would sort names: numbers in them by what they count. */
const collator = new Intl.Collator('en', { numeric: true })

const compare = (a: string | number, b: string | number): number =>
  typeof a === 'number' && typeof b === 'number' ? a - b : collator.compare(String(a), String(b))

/** One page of what a desk has few of: people, departments, roles, tags. */
export const pageInMemory = <Row extends { id: string }>(
  all: readonly Row[],
  { q, sort, descending, filters, times, until }: ListAsk,
  limit: number,
  { text, by, filters: lets = {} }: Ways<Row>,
): ListRows<Row> => {
  const words = q.toLowerCase().split(/\s+/).filter(Boolean)
  const sortedBy = by[sort] ?? (({ id }: Row) => id)
  const turn = descending ? -1 : 1
  const order = (a: Place, b: Place) =>
    turn * (compare(a.by, b.by) || (a.id < b.id ? -1 : Number(a.id > b.id)))
  const found = all
    .filter((row) => {
      const said = text(row).toLowerCase()
      const isLetThrough = Object.entries(filters).every(
        ([key, typed]) => lets[key]?.(row, typed, times[key] ?? 0) ?? true,
      )
      return isLetThrough && words.every((word) => said.includes(word))
    })
    .map((row) => ({ row, by: sortedBy(row), id: row.id }))
    .sort(order)
    .filter((place) => until === null || order(place, until) > 0)
  const page = found.slice(0, limit)
  const last = found.length > limit ? page.at(-1) : undefined
  return { rows: page.map(({ row }) => row), next: last ? { by: last.by, id: last.id } : null }
}

type Place = { by: string | number; id: string }

/** A page of rows of which one more was read than are shown, to know whether there are others. */
export const pageOf = <Row extends { id: string }>(
  rows: readonly Row[],
  limit: number,
  by: (row: Row) => string | number,
): ListRows<Row> => {
  const page = rows.slice(0, limit)
  const last = rows.length > limit ? page.at(-1) : undefined
  return { rows: page, next: last ? { by: by(last), id: last.id } : null }
}
