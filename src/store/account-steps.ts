import type { AccountChange, AccountRefused, RunsChange } from '../../actors/account-change'
import { RUNS } from './ports/accounts'
import { insertInto, setIn, type WriteStep } from './statements'
import type { AccountTables } from './tables/accounts'

/** Writes what an account becomes, while it is what it was changed from. */
export const accountStepsOver = (tables: AccountTables) => {
  const { id, name, email, role, emailKey } = tables.accounts
  const was = { wasName: name, wasEmail: email, wasRole: role }
  const put = setIn(tables.accounts, { name, email, role }, { id, ...was })
  const putKey = setIn(tables.accounts, { emailKey }, { id })
  const mark = runsStepsOver(tables)
  return (change: AccountChange): WriteStep<AccountRefused>[] => {
    const { id, before, after, emailKey, runs } = change
    const { name: wasName, email: wasEmail, role: wasRole } = before
    const become = put(
      { id, ...after, wasName, wasEmail, wasRole },
      { onUnchanged: 'changed' as const },
    )
    const isTaken = { key: 'email_key', outcome: 'taken' as const }
    const key = emailKey === undefined ? [] : [putKey({ id, emailKey }, { onDuplicate: [isTaken] })]
    return [...mark(runs), become, ...key]
  }
}

/** Writes the mark of who runs the desk, while it is the one that was looked at. */
export const runsStepsOver = ({ settings }: AccountTables) => {
  const { name, value } = settings
  const change = setIn(settings, { value }, { name, from: value })
  const insert = insertInto(settings)
  return (runs: RunsChange | undefined): WriteStep<'changed'>[] => {
    if (!runs) return []
    const { from, to } = runs
    if (from !== undefined)
      return [change({ name: RUNS, from, value: to }, { onUnchanged: 'changed' })]
    const isThere = { key: '', outcome: 'changed' as const }
    return [insert({ name: RUNS, value: to }, { onDuplicate: [isThere] })]
  }
}
