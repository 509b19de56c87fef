import { asc, eq } from 'drizzle-orm'
import type { Passkeys } from '../ports/passkeys'
import type { QueryContext } from '../query-context'
import { insertInto, removeFrom, setIn } from '../statements'
import type { AccountTables } from '../tables/accounts'
import type { AuditTables } from '../tables/audit'
import type { PasskeyTables } from '../tables/passkeys'
import { tellingInto } from './audit'

export const passkeysOver = ({
  db,
  tables,
  write,
}: QueryContext<PasskeyTables & AccountTables & AuditTables>): Passkeys => {
  const { passkeys, sessions } = tables
  const { id, account, counter, usedAt, createdAt } = passkeys
  const tell = tellingInto(tables)
  const insert = insertInto(passkeys)
  const remove = removeFrom(passkeys, { account, id })
  const weaken = setIn(sessions, { strongAt: sessions.strongAt }, { account: sessions.account })
  const use = setIn(passkeys, { counter, usedAt }, { id, before: counter })
  return {
    find: async (of) => (await db.select().from(passkeys).where(eq(id, of)))[0],
    accounts: async () => {
      const rows = await db.selectDistinct({ account }).from(passkeys)
      return rows.map((row) => row.account)
    },
    of: (whose) =>
      db.select().from(passkeys).where(eq(account, whose)).orderBy(asc(createdAt), asc(id)),
    add: (passkey, told) =>
      write([
        insert(passkey, { onDuplicate: [{ key: '', outcome: 'taken' as const }] }),
        ...tell(told),
      ]),
    use: (of, count, before, at) =>
      write([
        use({ id: of, counter: count, usedAt: at, before }, { onUnchanged: 'changed' as const }),
      ]),
    remove: async (whose, of, { isLast }, told) => {
      const weak = isLast ? [weaken({ account: whose, strongAt: null })] : []
      await write([remove({ account: whose, id: of }), ...weak, ...tell(told)])
    },
  }
}
