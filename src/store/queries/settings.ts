import { eq, sql } from 'drizzle-orm'
import type { Accounts } from '../ports/accounts'
import type { QueryContext } from '../query-context'
import { insertInto, putInto, removeFrom, setIn, type WriteStep } from '../statements'
import type { AccountTables } from '../tables/accounts'
import type { AuditTables } from '../tables/audit'
import { tellingInto } from './audit'

/** What the desk itself remembers, each under a name. */
export const settingsOver = (
  base: QueryContext<AccountTables & AuditTables>,
): Pick<Accounts, 'setting' | 'setSetting' | 'changeSetting'> => {
  const { db, upsert, write } = base
  const { settings } = base.tables
  const put = putInto(upsert, settings, [settings.name])
  const insert = insertInto(settings)
  const { name, value } = settings
  const change = setIn(settings, { value }, { name, from: value })
  const remove = removeFrom(settings, { name })
  const removeAs = removeFrom(settings, { name, value })
  const tell = tellingInto(base.tables)
  const setting = db
    .select({ value: settings.value })
    .from(settings)
    .where(eq(settings.name, sql.placeholder('name')))
    .prepare()
  return {
    setting: async (name) => (await setting.execute({ name }))[0]?.value,
    setSetting: async (name, value, told) => {
      const step = value === null ? remove({ name }) : put({ name, value })
      await write([step, ...tell(told)])
    },
    changeSetting: async (name, from, to, told) => {
      const stale = { onUnchanged: 'stale' as const }
      const steps = (): WriteStep<'stale'>[] => {
        if (from === undefined && to === null) return []
        if (to === null) return [removeAs({ name, value: from ?? '' }, stale)]
        if (from !== undefined) return [change({ name, from, value: to }, stale)]
        return [insert({ name, value: to }, { onDuplicate: [{ key: '', outcome: 'stale' }] })]
      }
      return (await write([...steps(), ...tell(told)])) === 'done'
    },
  }
}
