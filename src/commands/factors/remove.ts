import { isProblem, type Problem } from '../../../actors/problem'
import { type AccountRef, accountFor, refreshPagesOf } from '../accounts/account-ref'
import { auditRow, commandLine } from '../audit'
import type { Desk } from '../desk'
import type { By } from '../roles/of'

/**
 * Takes the second factor off somebody who lost it, with their recovery codes and passkeys. Who has none is done. Answers the
 * account's id. Problems: missing `accountUnknown`, forbidden `mayMoreThanYou`, conflict `accountOther`.
 */
export const removeFactor = async (
  desk: Desk,
  whose: AccountRef,
  by: By = null,
): Promise<string | Problem> => {
  const account = await accountFor(desk, by, whose)
  if (isProblem(account)) return account
  const { id, name } = account
  const isSet =
    (await desk.store.factors.find(id)) !== undefined ||
    (await desk.store.passkeys.of(id)).length > 0
  if (!isSet) return id
  const told = auditRow(desk, by ?? commandLine, 'factorRemoved', `account:${id}`, { value: name })
  await desk.store.factors.remove(id, { keeps: false }, told)
  refreshPagesOf(desk, id)
  return id
}
