import { asc, eq, getTableColumns } from 'drizzle-orm'
import type { Macro } from '../../../actors/canned/macro'
import type { Macros } from '../ports/macros'
import type { QueryContext } from '../query-context'
import { insertInto, removeFrom } from '../statements'
import type { MacroTables } from '../tables/macros'

const ifTaken = { onDuplicate: [{ key: 'name_key', outcome: 'taken' as const }] }

export const macrosOver = ({
  db,
  tables: { macros },
  write,
}: QueryContext<MacroTables>): Macros => {
  const { nameKey, ...shown } = getTableColumns(macros)
  const insert = insertInto(macros)
  const { id, version } = macros
  const removeVersion = removeFrom(macros, { id, version })
  const remove = removeFrom(macros, { id })
  const withKey = (macro: Macro, key: string) => insert({ ...macro, nameKey: key }, ifTaken)
  return {
    all: () => db.select(shown).from(macros).orderBy(asc(nameKey)),
    find: async (id) => (await db.select(shown).from(macros).where(eq(macros.id, id)))[0],
    create: (macro, key) => write([withKey(macro, key)]),
    change: (macro, key, version) =>
      write([
        removeVersion({ id: macro.id, version }, { onUnchanged: 'changed' }),
        withKey(macro, key),
      ]),
    remove: async (id) => {
      await write([remove({ id })])
    },
  }
}
