import type { Command } from 'commander'
import type { Store } from '../store/store'
import type { Finish } from './cli-error'
import { lookInto, type Place, withData } from './options'

/** Rows of a table, the first of them its heads. */
export type RowsOf = (store: Store) => Promise<string[][]>

/** Prints what a store holds of one thing as a table. */
export const show = async (place: Place, rowsOf: RowsOf) =>
  console.log(tableOf(await lookInto(place, rowsOf)))

/** `<group> list`. */
export const addList = (group: Command, description: string, rowsOf: RowsOf, finish: Finish) => {
  withData(group.command('list'))
    .description(description)
    .action(async (place: Place) => {
      await show(place, rowsOf)
      finish(0)
    })
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
