import { type MacroAct, macroLimits } from '../../../actors/canned/macro'
import type { Columns } from '../columns'
import { orElse } from '../columns/json'

/** Bytes of a name as it is compared. */
const NAME_BYTES = macroLimits.name * 12

/** What is done by one press. */
export const macroTables = (c: Columns) => ({
  macros: c.table(
    'macros',
    {
      id: c.id('id').primaryKey(),
      name: c.short('name', macroLimits.name).notNull(),
      nameKey: c.key('name_key', NAME_BYTES).notNull(),
      departments: c.jsonAs('departments', orElse<readonly string[]>([])).notNull(),
      acts: c.jsonAs('acts', orElse<readonly MacroAct[]>([])).notNull(),
      version: c.id('version').notNull(),
    },
    (t) => [c.unique('macros_name_key').on(t.nameKey)],
  ),
})
export type MacroTables = ReturnType<typeof macroTables>
