import { asc, eq, getTableColumns } from 'drizzle-orm'
import type { OwnRole } from '../../../actors/role'
import type { Roles } from '../ports/roles'
import type { QueryContext } from '../query-context'
import { insertInto, removeFrom } from '../statements'
import type { RoleTables } from '../tables/roles'

const ifTaken = { onDuplicate: [{ key: 'name_key', outcome: 'taken' as const }] }

export const rolesOver = ({ db, tables: { roles }, write }: QueryContext<RoleTables>): Roles => {
  const { nameKey, ...shown } = getTableColumns(roles)
  const insert = insertInto(roles)
  const { id, version } = roles
  const removeVersion = removeFrom(roles, { id, version })
  const withKey = (role: OwnRole, key: string) => insert({ ...role, nameKey: key }, ifTaken)
  return {
    all: () => db.select(shown).from(roles).orderBy(asc(nameKey)),
    find: async (id) => (await db.select(shown).from(roles).where(eq(roles.id, id)))[0],
    create: (role, key) => write([withKey(role, key)]),
    change: (role, key, version) =>
      write([
        removeVersion({ id: role.id, version }, { onUnchanged: 'changed' }),
        withKey(role, key),
      ]),
    remove: async (id) => {
      await db.delete(roles).where(eq(roles.id, id))
    },
  }
}
