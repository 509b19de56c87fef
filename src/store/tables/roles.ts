import { roleLimits } from '../../../actors/role'
import { type Columns, WORD_BYTES } from '../columns'
import { orElse } from '../columns/json'

/** Bytes of a name as it is compared. */
const NAME_BYTES = roleLimits.name * 12

/** Roles of the desk's own. */
export const roleTables = (c: Columns) => ({
  roles: c.table(
    'roles',
    {
      id: c.key('id', WORD_BYTES).primaryKey(),
      name: c.short('name', roleLimits.name).notNull(),
      nameKey: c.key('name_key', NAME_BYTES).notNull(),
      permissions: c.jsonAs('permissions', orElse<readonly string[]>([])).notNull(),
      version: c.id('version').notNull(),
    },
    (t) => [c.unique('roles_name_key').on(t.nameKey)],
  ),
})
export type RoleTables = ReturnType<typeof roleTables>
