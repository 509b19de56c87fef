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

type Told<Row> = {
  isIt(row: Row): boolean
  /** Those that need the row as it is now, and those beside it, are given undefined where it is gone. */
  words: readonly string[] | ((row: Row | undefined, rows: readonly Row[]) => readonly string[])
  more?: (row: Row, rows: readonly Row[]) => Record<string, unknown>
}

/** Says in words what was done; who asked for JSON gets the row as it is now, null for none. */
export const tell = async <Row>(
  cli: Cli,
  flags: Place & Form,
  { read }: Listing<Row>,
  { isIt, words, more }: Told<Row>,
) => {
  const say = (lines: readonly string[]) => {
    for (const line of lines) cli.out(line)
  }
  if (!flags.json && typeof words !== 'function') return say(words)
  const rows = await lookInto(cli, flags, read)
  const row = rows.find(isIt)
  if (!flags.json) return say(typeof words === 'function' ? words(row, rows) : words)
  cli.out(JSON.stringify(row ? { ...row, ...more?.(row, rows) } : null, null, 2))
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
