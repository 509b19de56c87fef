import { type Command, InvalidArgumentError } from 'commander'
import { stringify } from 'csv-stringify/sync'
import type { ListAsk, ListPlace, ListRows } from '../../views/office/list/ask'
import type { List } from '../../views/office/list/list'
import type { Store } from '../store/store'
import { lookInto, type Place } from './options'
import { type Form, tableOf } from './output'
import type { Cli } from './terminal'

/** Rows that are read together, and those that are listed where nobody says how many. */
const TOGETHER = 500
const LISTED = 50

/** A list of the office, as the command line has it too: its columns, and by which read. */
export type SharedList<Row> = {
  list: List<Row>
  read: (store: Store, ask: ListAsk, limit: number) => Promise<ListRows<Row>>
  /** The columns that a terminal shows. */
  shows: readonly string[]
}

/** What is asked of it; nothing narrows it, and it has its usual order. */
export const allOf = <Row>({ list }: SharedList<Row>, more: Partial<ListAsk> = {}): ListAsk => ({
  ...{ q: '', ...list.usual, filters: {}, times: {}, until: null, ...more },
})

/** Its pages, one after the other, with at most so many rows in all. */
async function* pagesOf<Row>(
  { read }: SharedList<Row>,
  store: Store,
  ask: ListAsk,
  most = Number.POSITIVE_INFINITY,
): AsyncGenerator<readonly Row[]> {
  let until: ListPlace | null = null
  for (let left = most; left > 0; ) {
    const page: ListRows<Row> = await read(store, { ...ask, until }, Math.min(TOGETHER, left))
    yield page.rows
    left -= page.rows.length
    until = page.next
    if (!until) return
  }
}

type Cells = Record<string, string | number | null>

const cellsOf =
  <Row>({ list }: SharedList<Row>) =>
  (row: Row): Cells =>
    Object.fromEntries(list.columns.map(({ key, value }) => [key, value(row)]))

export type Limit = { limit: number }

export const withLimit = (command: Command) =>
  command.option('--limit <number>', 'how many', numberOf, LISTED)

const numberOf = (typed: string): number => {
  const limit = Number(typed)
  if (Number.isInteger(limit) && limit > 0) return limit
  throw new InvalidArgumentError('It must be a number, 1 or more.')
}

/** Prints the first rows: as a table, or all that is told of them in JSON. */
export const showList = async <Row>(
  cli: Cli,
  flags: Place & Form & Limit,
  shared: SharedList<Row>,
  ask: ListAsk,
): Promise<void> => {
  const rows = await lookInto(cli, flags, async (store) => {
    const all: Cells[] = []
    for await (const page of pagesOf(shared, store, ask, flags.limit))
      all.push(...page.map(cellsOf(shared)))
    return all
  })
  if (flags.json) return cli.out(JSON.stringify(rows, null, 2))
  const shown = rows.map((row) => shared.shows.map((key) => String(row[key] ?? '')))
  cli.out(tableOf([shared.shows, ...shown]))
}

/** Cells that a table program would take for a formula begin with a `'`. Who prints it ends the last line. */
export const inCsv = (cells: (string | number | null)[][]): string =>
  stringify(cells, { escape_formulas: true, eof: false })

/** Prints all of it as a file has it, a stretch at a time: never more of it is held. */
export const exportList = <Row>(
  cli: Cli,
  flags: Place & Form,
  shared: SharedList<Row>,
  ask: ListAsk,
): Promise<void> =>
  lookInto(cli, flags, async (store) => {
    const cells = cellsOf(shared)
    cli.out(flags.json ? '[' : inCsv([shared.list.columns.map(({ key }) => key)]))
    let isFirst = true
    for await (const page of pagesOf(shared, store, ask)) {
      if (page.length === 0) break
      const rows = page.map(cells)
      if (!flags.json) cli.out(inCsv(rows.map((row) => Object.values(row))))
      else cli.out((isFirst ? '' : ',') + rows.map((row) => JSON.stringify(row)).join(',\n'))
      isFirst = false
    }
    if (flags.json) cli.out(']')
  })
