import { asc, eq, getTableColumns } from 'drizzle-orm'
import type { OwnRole } from '../../../actors/role'
import type { Roles } from '../ports/roles'
import type { QueryContext } from '../query-context'
import { insertInto, removeFrom } from '../statements'
import type { AuditTables } from '../tables/audit'
import type { FactorTables } from '../tables/factors'
import type { RoleTables } from '../tables/roles'
import { tellingInto } from './audit'

const ifTaken = { onDuplicate: [{ key: 'name_key', outcome: 'taken' as const }] }

export const rolesOver = ({
  db,
  tables,
  write,
}: QueryContext<RoleTables & FactorTables & AuditTables>): Roles => {
  const { roles, forcedRoles } = tables
  const tell = tellingInto(tables)
  const { nameKey, ...shown } = getTableColumns(roles)
  const insert = insertInto(roles)
  const { id, version } = roles
  const removeVersion = removeFrom(roles, { id, version })
  const removeRole = removeFrom(roles, { id })
  const unforce = removeFrom(forcedRoles, { role: forcedRoles.role })
  const withKey = (role: OwnRole, key: string) => insert({ ...role, nameKey: key }, ifTaken)
  return {
    all: () => db.select(shown).from(roles).orderBy(asc(nameKey)),
    find: async (id) => (await db.select(shown).from(roles).where(eq(roles.id, id)))[0],
    create: (role, key, told) => write([withKey(role, key), ...tell(told)]),
    change: (role, key, version, told) =>
      write([
        removeVersion({ id: role.id, version }, { onUnchanged: 'changed' }),
        withKey(role, key),
        ...tell(told),
      ]),
    remove: async (id, told) => {
      await write([removeRole({ id }), unforce({ role: id }), ...tell(told)])
    },
  }
}
