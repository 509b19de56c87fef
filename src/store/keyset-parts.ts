import { compareText } from './queries/order'

/** A place in a list that is read in parts: what its row is sorted by there, and its id. */
export type Place = { by: string | number; id: string }

/**
 * A part of a list, which all stand one after the other: what of it comes after a place in it, at most
 * so many, and which places are its own. One that several orders make up merges them.
 */
export type ListPart<Row> = {
  holds: (place: Place) => boolean
  read: (after: Place | null, limit: number) => Promise<Row[]>
}

/** So many rows from a place on, part after part: what stands before the place is not read. */
export const readParts = async <Row>(
  parts: readonly ListPart<Row>[],
  after: Place | null,
  limit: number,
): Promise<Row[]> => {
  const first = after ? parts.findIndex(({ holds }) => holds(after)) : 0
  if (first < 0) return []
  const rows: Row[] = []
  for (const [nth, part] of parts.slice(first).entries()) {
    if (rows.length >= limit) break
    rows.push(...(await part.read(nth === 0 ? after : null, limit - rows.length)))
  }
  return rows
}

/** Rows of several orders as one: each is in order, and only so many are wanted. */
export const merged = <Row extends { id: string }>(
  lanes: readonly (readonly Row[])[],
  by: (row: Row) => number,
  { descending, limit }: { descending: boolean; limit: number },
): Row[] => {
  const turn = descending ? -1 : 1
  return lanes
    .flat()
    .sort((a, b) => turn * (by(a) - by(b) || compareText(a.id, b.id)))
    .slice(0, limit)
}
