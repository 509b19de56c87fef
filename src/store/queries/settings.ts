import { eq, sql } from 'drizzle-orm'
import type { Accounts } from '../ports/accounts'
import type { QueryContext } from '../query-context'
import { putInto } from '../statements'
import type { AccountTables } from '../tables/accounts'

/** What the desk itself remembers, each under a name. */
export const settingsOver = (
  base: QueryContext<AccountTables>,
): Pick<Accounts, 'setting' | 'setSetting'> => {
  const { db, upsert, write } = base
  const { settings } = base.tables
  const put = putInto(upsert, settings, [settings.name])
  const setting = db
    .select({ value: settings.value })
    .from(settings)
    .where(eq(settings.name, sql.placeholder('name')))
    .prepare()
  return {
    setting: async (name) => (await setting.execute({ name }))[0]?.value,
    setSetting: async (name, value) => {
      if (value === null) await db.delete(settings).where(eq(settings.name, name))
      else await write([put({ name, value })])
    },
  }
}
