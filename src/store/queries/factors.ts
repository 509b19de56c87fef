import { count, eq } from 'drizzle-orm'
import type { Factors } from '../ports/factors'
import type { QueryContext } from '../query-context'
import { insertInto, putInto, removeFrom, setIn } from '../statements'
import type { AccountTables } from '../tables/accounts'
import type { AuditTables } from '../tables/audit'
import type { FactorTables } from '../tables/factors'
import type { PasskeyTables } from '../tables/passkeys'
import { tellingInto } from './audit'

type DoorContext = QueryContext<FactorTables & PasskeyTables & AccountTables & AuditTables>

export const factorsOver = (base: DoorContext): Factors => ({
  ...appsOver(base),
  ...codesOver(base),
  ...forcedOver(base),
})

const appsOver = ({
  db,
  tables,
  write,
}: DoorContext): Pick<Factors, 'find' | 'accounts' | 'add' | 'remove' | 'use'> => {
  const { factors, recoveryCodes, sessions, passkeys } = tables
  const tell = tellingInto(tables)
  const { account, usedStep } = factors
  const insert = insertInto(factors)
  const insertCode = insertInto(recoveryCodes)
  const removeCodes = removeFrom(recoveryCodes, { account: recoveryCodes.account })
  const remove = removeFrom(factors, { account })
  const removeKeys = removeFrom(passkeys, { account: passkeys.account })
  const weaken = setIn(sessions, { strongAt: sessions.strongAt }, { account: sessions.account })
  const use = setIn(factors, { usedStep }, { account, before: usedStep })
  return {
    find: async (of) => (await db.select().from(factors).where(eq(account, of)))[0],
    accounts: async () => {
      const rows = await db.select({ account }).from(factors)
      return rows.map((row) => row.account)
    },
    add: (factor, codes, told) =>
      write([
        insert(factor, { onDuplicate: [{ key: '', outcome: 'taken' as const }] }),
        removeCodes({ account: factor.account }),
        ...codes.map((hash) => insertCode({ account: factor.account, hash })),
        ...tell(told),
      ]),
    remove: async (of, { keeps }, told) => {
      const own = { account: of }
      const weak = weaken({ ...own, strongAt: null })
      const rest = keeps ? [] : [removeKeys(own), weak]
      await write([remove(own), removeCodes(own), ...rest, ...tell(told)])
    },
    use: (of, step, before) =>
      write([use({ account: of, usedStep: step, before }, { onUnchanged: 'changed' as const })]),
  }
}

const codesOver = ({
  db,
  tables,
  write,
}: DoorContext): Pick<Factors, 'renewCodes' | 'countCodes' | 'useCode'> => {
  const { recoveryCodes } = tables
  const { account, hash } = recoveryCodes
  const tell = tellingInto(tables)
  const insert = insertInto(recoveryCodes)
  const removeAll = removeFrom(recoveryCodes, { account })
  const removeOne = removeFrom(recoveryCodes, { account, hash })
  return {
    renewCodes: async (of, codes, told) => {
      await write([
        removeAll({ account: of }),
        ...codes.map((one) => insert({ account: of, hash: one })),
        ...tell(told),
      ])
    },
    countCodes: async (of) => {
      const [row] = await db.select({ n: count() }).from(recoveryCodes).where(eq(account, of))
      return row?.n ?? 0
    },
    useCode: (of, one) =>
      write([removeOne({ account: of, hash: one }, { onUnchanged: 'gone' as const })]),
  }
}

const forcedOver = ({
  db,
  tables,
  upsert,
  write,
}: DoorContext): Pick<Factors, 'forced' | 'force'> => {
  const { forcedRoles } = tables
  const tell = tellingInto(tables)
  const put = putInto(upsert, forcedRoles, [forcedRoles.role], [])
  const remove = removeFrom(forcedRoles, { role: forcedRoles.role })
  return {
    forced: async () => {
      const rows = await db.select().from(forcedRoles)
      return rows.map(({ role }) => role)
    },
    force: async (role, isForced, told) => {
      await write([isForced ? put({ role }) : remove({ role }), ...tell(told)])
    },
  }
}
