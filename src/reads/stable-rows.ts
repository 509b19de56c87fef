import { isDeepEqual } from '../../actors/equal'

/**
 * Rows that were read again: each that says the same as before is the same object, and so is the
 * whole list when nothing in it changed. What was drawn of a row is then known by the row itself.
 */
export const stableRows = <Row extends { id: string }>(
  before: readonly Row[],
  rows: readonly Row[],
): readonly Row[] => {
  const known = new Map(before.map((row) => [row.id, row]))
  const stable = rows.map((row) => {
    const same = known.get(row.id)
    return same !== undefined && isDeepEqual(same, row) ? same : row
  })
  const isSame = stable.length === before.length && stable.every((row, n) => row === before[n])
  return isSame ? before : stable
}
