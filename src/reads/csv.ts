import { stringify } from 'csv-stringify/sync'

/** By which table programs know that a file is in UTF-8. */
const BOM = '\uFEFF'

type Cell = string | number | boolean | null
type Cells = readonly (readonly Cell[])[]

/** Lines of a table. Cells that a table program would take for a formula begin with a `'`. */
export const inCsv = (cells: Cells): string =>
  stringify(
    cells.map((row) => [...row]),
    { escape_formulas: true, record_delimiter: 'windows' },
  )

/** What a table begins with: its columns. */
export const csvHead = (columns: readonly string[]): string => BOM + inCsv([columns])

export const csvType = 'text/csv; charset=utf-8'
