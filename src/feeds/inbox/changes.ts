import type { Row } from '../../../views/workbench/inbox/lists'

/** A row as a page shows it; `mark` says what else than it and its place its drawing depends on. */
export type ShownRow = {
  id: string
  row: Row
  place: number | undefined
  page?: Row['page']
  mark: string
}

/** The two lists of rows, by their ids on the page. */
export type RowLists = { rows: readonly ShownRow[]; line: readonly ShownRow[] }

export type RowChange =
  | { do: 'remove'; id: string }
  | { do: 'insert'; list: keyof RowLists; behind: string | null; shown: ShownRow }
  | { do: 'redraw' | 'place'; shown: ShownRow }

/**
 * What turns the rows a page shows into those it should show, in this order: `gone` first, for a
 * row may come back in the other list or among the offers, and no id may be there twice.
 */
export const rowChanges = (
  before: RowLists,
  after: RowLists,
): { gone: RowChange[]; others: RowChange[] } => ({
  gone: [...gone(before.rows, after.rows), ...gone(before.line, after.line)],
  others: [...others('rows', before.rows, after.rows), ...others('line', before.line, after.line)],
})

const gone = (before: readonly ShownRow[], after: readonly ShownRow[]): RowChange[] => {
  if (before.length === 0) return []
  const stays = idsOf(after)
  return before.filter(({ id }) => !stays.has(id)).map(({ id }) => ({ do: 'remove', id }))
}

const others = (
  list: keyof RowLists,
  before: readonly ShownRow[],
  after: readonly ShownRow[],
): RowChange[] => {
  const known = new Map(before.map((shown) => [shown.id, shown]))
  const stays = idsOf(after)
  const current = before.flatMap(({ id }) => (stays.has(id) ? [id] : []))
  return after.flatMap((shown, nth): RowChange[] => {
    const was = known.get(shown.id)
    if (was && current[nth] === shown.id) return changeOf(was, shown)
    const insert = { do: 'insert', list, behind: after[nth - 1]?.id ?? null, shown } as const
    const from = current.indexOf(shown.id)
    if (from >= 0) current.splice(from, 1)
    current.splice(nth, 0, shown.id)
    return from >= 0 ? [{ do: 'remove', id: shown.id }, insert] : [insert]
  })
}

const changeOf = (was: ShownRow, is: ShownRow): RowChange[] => {
  if (was.row !== is.row || was.mark !== is.mark) return [{ do: 'redraw', shown: is }]
  if (was.place === is.place) return []
  const isMoved = was.place !== undefined && is.place !== undefined
  return [{ do: isMoved ? 'place' : 'redraw', shown: is }]
}

const idsOf = (rows: readonly ShownRow[]): ReadonlySet<string> => new Set(rows.map(({ id }) => id))
