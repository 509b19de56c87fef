import type { AccountChange, AccountRefused } from '../../actors/account-change'
import { setIn, type WriteStep } from './statements'
import type { AccountTables } from './tables/accounts'

/** Writes what an account becomes, while it is what it was changed from. */
export const accountStepsOver = ({ accounts }: AccountTables) => {
  const { id, name, email, role, emailKey } = accounts
  const was = { wasName: name, wasEmail: email, wasRole: role }
  const put = setIn(accounts, { name, email, role }, { id, ...was })
  const putKey = setIn(accounts, { emailKey }, { id })
  return ({ id, before, after, emailKey }: AccountChange): WriteStep<AccountRefused>[] => {
    const { name: wasName, email: wasEmail, role: wasRole } = before
    const become = put(
      { id, ...after, wasName, wasEmail, wasRole },
      { onUnchanged: 'changed' as const },
    )
    if (emailKey === undefined) return [become]
    const isTaken = { key: 'email_key', outcome: 'taken' as const }
    return [become, putKey({ id, emailKey }, { onDuplicate: [isTaken] })]
  }
}
