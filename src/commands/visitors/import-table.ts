import { parse } from 'csv-parse/sync'
import { Problem } from '../../../actors/problem'
import { IMPORT_ROWS, type VisitorRecord } from './import'

/** What a table program would take for a formula has a ' before it, which is taken off again. */
const ESCAPED = /^'(?=[=+\-@\t\r])/

/**
 * The rows of a table with a head, by its columns.
 * Problems: invalid `fieldNotValid`, for what is no table, has no rows, or too many.
 */
export const visitorRecords = (text: string): VisitorRecord[] | Problem => {
  const refused = new Problem('invalid', 'fieldNotValid', {
    ...{ field: 'file', values: { field: 'file' } },
  })
  try {
    const options = { columns: true, bom: true, skip_empty_lines: true, trim: true } as const
    const delimiter = delimiterOf(text)
    const rows = parse<Record<string, string>>(text, { ...options, delimiter })
    if (rows.length === 0 || rows.length > IMPORT_ROWS) return refused
    return takenAlong(
      rows.map((row) =>
        Object.fromEntries(
          Object.entries(row).map(([key, cell]) => [key, cell.replace(ESCAPED, '')]),
        ),
      ),
    )
  } catch {
    return refused
  }
}

/** What stands between the columns of the head most often. */
const delimiterOf = (text: string): string => {
  const [head = ''] = text.split(/[\r\n]/)
  const counts = [',', ';', '\t'].map((sign) => ({ sign, count: head.split(sign).length }))
  return counts.reduce((most, one) => (one.count > most.count ? one : most)).sign
}

/** What the desk itself says of visitors in a table of its own, beside what is known of them. */
const OWN = ['id', 'language', 'country', 'conversations', 'seen', 'pinned']

/** What the desk counted is no attribute of whom it was counted of, where its own table comes back. */
export const takenAlong = (records: readonly VisitorRecord[]): VisitorRecord[] => {
  const [first = {}] = records
  if (!OWN.every((key) => key in first)) return [...records]
  return records.map((record) =>
    Object.fromEntries(Object.entries(record).filter(([key]) => !OWN.includes(key))),
  )
}
