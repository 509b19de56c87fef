import { asc, eq, getTableColumns } from 'drizzle-orm'
import type { Macro } from '../../../actors/canned/macro'
import type { Macros } from '../ports/macros'
import type { QueryContext } from '../query-context'
import { insertInto, removeFrom } from '../statements'
import type { AuditTables } from '../tables/audit'
import type { MacroTables } from '../tables/macros'
import { tellingInto } from './audit'

const ifTaken = { onDuplicate: [{ key: 'name_key', outcome: 'taken' as const }] }

export const macrosOver = ({
  db,
  tables,
  write,
}: QueryContext<MacroTables & AuditTables>): Macros => {
  const { macros } = tables
  const tell = tellingInto(tables)
  const { nameKey, ...shown } = getTableColumns(macros)
  const insert = insertInto(macros)
  const { id, version } = macros
  const removeVersion = removeFrom(macros, { id, version })
  const remove = removeFrom(macros, { id })
  const withKey = (macro: Macro, key: string) => insert({ ...macro, nameKey: key }, ifTaken)
  return {
    all: () => db.select(shown).from(macros).orderBy(asc(nameKey)),
    find: async (id) => (await db.select(shown).from(macros).where(eq(macros.id, id)))[0],
    create: (macro, key, told) => write([withKey(macro, key), ...tell(told)]),
    change: (macro, key, version, told) =>
      write([
        removeVersion({ id: macro.id, version }, { onUnchanged: 'changed' }),
        withKey(macro, key),
        ...tell(told),
      ]),
    remove: async (id, told) => {
      await write([remove({ id }, { onUnchanged: 'gone' as const }), ...tell(told)])
    },
  }
}
