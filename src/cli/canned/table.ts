import { parse } from 'csv-parse/sync'
import { stringify } from 'csv-stringify/sync'
import { CliError } from '../cli-error'

/** What a table says of one, by column; another program may leave out all but code and body. */
export const columns = [
  ...['code', 'title', 'folder', 'body', 'body.en', 'body.zh', 'scope', 'departments', 'owner'],
] as const

/** What a table program would take for a formula has a ' before it, which is taken off again. */
const ESCAPED = /^'(?=[=+\-@\t\r])/

/** The rows as a table with a head. What stands in a cell is never a formula. */
export const asCsv = (rows: readonly object[]): string =>
  stringify([...rows], { header: true, columns: [...columns], escape_formulas: true }).trimEnd()

/** The rows of a file `of` something: a JSON list, or a table with a head. Throws a sentence for what is neither. */
export const rowsIn = (text: string, of = 'canned replies'): Record<string, unknown>[] => {
  const plain = text.replace(/^\uFEFF/, '')
  return plain.trimStart().startsWith('[') ? jsonRows(plain, of) : csvRows(plain)
}

const isRow = (one: unknown): one is Record<string, unknown> =>
  typeof one === 'object' && one !== null && !Array.isArray(one)

const jsonRows = (text: string, of: string) => {
  try {
    const rows: unknown = JSON.parse(text)
    if (Array.isArray(rows) && rows.every(isRow)) return rows
  } catch {
    // Told below, like everything else that is no list.
  }
  throw new CliError(`The file is no JSON list of ${of}`, 2)
}

const csvRows = (text: string) => {
  try {
    const rows = parse<Record<string, string>>(text, { columns: true, skip_empty_lines: true })
    return rows.map((row) =>
      Object.fromEntries(
        Object.entries(row).map(([key, cell]) => [key, cell.replace(ESCAPED, '')]),
      ),
    )
  } catch (problem) {
    const why = problem instanceof Error ? problem.message : String(problem)
    throw new CliError(`The file is no table: ${why}`, 2)
  }
}
