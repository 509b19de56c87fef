import type { AuditRow } from '../../../actors/audit'
import type { Account } from '../../store/ports/accounts'
import { auditRow, type Doer } from '../audit'
import type { Desk, From } from '../desk'

/** Why somebody was not let in, as the audit tells it. */
export type WhyNotIn =
  | 'wrongPassword'
  | 'wrongCode'
  | 'unknownAccount'
  | 'disabled'
  | 'tooMany'
  | 'provider'
  | 'passkey'

const doer = ({ id, name }: Pick<Account, 'id' | 'name'>, from: From): Doer => ({
  ...{ id, name },
  from: { address: from.address, browser: from.family ?? '' },
})

/** Whoever it is that has no account. */
const NOBODY = { id: '', name: '' }

/** That somebody signs in, and by which door, as it is written down with their session. */
export const signedInRow = (
  desk: Desk,
  account: Account,
  from: From,
  by: { door: string; provider?: string },
): AuditRow => auditRow(desk, doer(account, from), 'signedIn', `account:${account.id}`, by)

/** Writes down that they sign out, or that a new sign-in takes the place of the old one. */
export const tellSignedOut = (desk: Desk, person: Doer): Promise<void> =>
  desk.store.audit.add(auditRow(desk, person, 'signedOut', `account:${person.id}`))

/**
 * Writes down that somebody was not let in: of one account and reason once a minute; of addresses that
 * are nobody's once a minute from one network, without what was typed, which may be a password.
 */
export const tellNotIn = async (
  desk: Desk,
  account: Account | undefined,
  reason: WhyNotIn,
  from: From,
  provider?: string,
): Promise<void> => {
  const { id, name } = account ?? NOBODY
  if (await desk.rate.spend('tellRefusal', `sign-in ${id || from.address} ${reason}`)) return
  const row = auditRow(desk, doer({ id, name }, from), 'signInRefused', `account:${id}`, {
    ...{ reason, ...(provider ? { value: provider } : {}) },
  })
  await desk.store.audit.add(row)
}
