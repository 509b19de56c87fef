import type { Command } from 'commander'
import type { Store } from '../store/store'
import { lookInto, type Place, withData } from './options'
import type { Cli } from './terminal'

/** Rows of a table, the first of them its heads. */
export type RowsOf = (store: Store) => Promise<string[][]>

/** Prints what a store holds of one thing as a table. */
export const show = async (cli: Cli, place: Place, rowsOf: RowsOf) =>
  cli.out(tableOf(await lookInto(cli, place, rowsOf)))

/** `<group> list`. */
export const addList = (group: Command, description: string, rowsOf: RowsOf, cli: Cli) => {
  withData(group.command('list'))
    .description(description)
    .action((place: Place) => show(cli, place, rowsOf))
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
