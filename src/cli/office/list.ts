import type { Command } from 'commander'
import type { Store } from '../../store/store'
import { lookInto, type Place, withData } from '../options'
import type { Finish } from '../refusal'
import { tableOf } from './table'

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
