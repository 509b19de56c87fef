import type { Command } from 'commander'
import type { Store } from '../store/store'
import { lookInto, type Place, withData } from './options'
import type { Cli } from './terminal'

/** Whether a command answers in JSON, for other programs. */
export type Form = { json?: boolean }

export const withJson = (command: Command) => command.option('--json', 'answer in JSON')

/** What a store holds of one thing: its rows as JSON has them, and as the columns of a table. */
export type Listing<Row> = {
  read(store: Store): Promise<Row[]>
  columns: Readonly<Record<string, (row: Row) => string>>
}

/** Prints a listing, or the part of it that is asked for. */
export const show = async <Row>(
  cli: Cli,
  flags: Place & Form,
  { read, columns }: Listing<Row>,
  isAsked: (row: Row) => boolean = () => true,
) => {
  const rows = (await lookInto(cli, flags, read)).filter(isAsked)
  if (flags.json) return cli.out(JSON.stringify(rows, null, 2))
  const cells = rows.map((row) => Object.values(columns).map((cell) => cell(row)))
  cli.out(tableOf([Object.keys(columns), ...cells]))
}

/** Says in words what was done; who asked for JSON gets the row as it is now, null for none. */
export const tell = async <Row>(
  cli: Cli,
  flags: Place & Form,
  { read }: Listing<Row>,
  told: { isIt(row: Row): boolean; words: readonly string[]; more?: Record<string, unknown> },
) => {
  if (!flags.json) {
    for (const line of told.words) cli.out(line)
    return
  }
  const row = (await lookInto(cli, flags, read)).find(told.isIt)
  cli.out(JSON.stringify(row ? { ...row, ...told.more } : null, null, 2))
}

/** `<group> list`. */
export const addList = <Row>(
  group: Command,
  description: string,
  listing: Listing<Row>,
  cli: Cli,
) => {
  withJson(withData(group.command('list')))
    .description(description)
    .action((flags: Place & Form) => show(cli, flags, listing))
}

/** Rows as aligned columns. Chinese characters and the like are two columns wide. */
export const tableOf = (rows: readonly (readonly string[])[]): string => {
  const widths = rows[0]?.map((_, n) => Math.max(...rows.map((row) => widthOf(row[n] ?? ''))))
  return rows
    .map((row) =>
      row
        .map((cell, n) => cell + ' '.repeat((widths?.[n] ?? 0) - widthOf(cell)))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

const widthOf = (text: string) => Bun.stringWidth(text)
