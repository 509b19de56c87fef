import { eq, sql } from 'drizzle-orm'
import type { Accounts } from '../ports/accounts'
import type { QueryContext } from '../query-context'

/** What the desk itself remembers, each under a name. */
export const settingsOver = (base: QueryContext): Pick<Accounts, 'setting' | 'setSetting'> => {
  const { db, statements, write } = base
  const { settings } = base.tables
  const setting = db
    .select({ value: settings.value })
    .from(settings)
    .where(eq(settings.name, sql.placeholder('name')))
    .prepare()
  return {
    setting: async (name) => (await setting.execute({ name }))[0]?.value,
    setSetting: async (name, value) => {
      if (value === null) await db.delete(settings).where(eq(settings.name, name))
      else await write([statements.putSetting({ name, value })])
    },
  }
}
