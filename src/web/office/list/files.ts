import type { ListPlace, ListRows } from '../../../../views/office/list/ask'
import type { ExportFormat, List } from '../../../../views/office/list/list'
import { csvHead, csvType, inCsv } from '../../../reads/csv'

type Read<Row> = (until: ListPlace | null) => Promise<ListRows<Row>>
type Format<Row> = {
  type: string
  start: (list: List<Row>) => string
  rows: (list: List<Row>, rows: readonly Row[], isFirst: boolean) => string
  end: string
}

/** A row as files and programs have it: a value for each column. */
export const recordOf =
  <Row>({ columns }: Pick<List<Row>, 'columns'>) =>
  (row: Row): Record<string, string | number | null> =>
    Object.fromEntries(columns.map(({ key, value }) => [key, value(row)]))

const csv: Format<never> = {
  type: csvType,
  start: ({ columns }) => csvHead(columns.map(({ key }) => key)),
  rows: ({ columns }, rows) => inCsv(rows.map((row) => columns.map(({ value }) => value(row)))),
  end: '',
}

const json: Format<never> = {
  type: 'application/json; charset=utf-8',
  start: () => '{"rows":[',
  rows: (list, rows, isFirst) => {
    const written = rows.map((row) => JSON.stringify(recordOf(list)(row))).join(',\n')
    return isFirst || written === '' ? written : `,\n${written}`
  },
  end: ']}\n',
}

const formats = { csv, json }

/**
 * All rows of a list as a file that is written while it is read: never more than one stretch of it is
 * held. Should a read fail in the middle, the download fails too, and is not taken for whole.
 */
export const streamRows = <Row>(
  list: List<Row>,
  format: ExportFormat,
  read: Read<Row>,
): Response => {
  const { type, start, rows, end } = formats[format] as unknown as Format<Row>
  const encoder = new TextEncoder()
  let until: ListPlace | null = null
  let isFirst = true
  const body = new ReadableStream<Uint8Array>({
    start: (out) => out.enqueue(encoder.encode(start(list))),
    pull: async (out) => {
      const found: ListRows<Row> = await read(until)
      out.enqueue(encoder.encode(rows(list, found.rows, isFirst)))
      until = found.next
      isFirst &&= found.rows.length === 0
      if (until) return
      out.enqueue(encoder.encode(end))
      out.close()
    },
  })
  const name = list.path.split('/').at(-1)
  return new Response(body, {
    headers: {
      'Content-Type': type,
      'Content-Disposition': `attachment; filename="${name}.${format}"`,
    },
  })
}
