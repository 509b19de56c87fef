import { isProblem, type Problem } from '../../../actors/problem'
import { type AccountRef, accountFor } from '../accounts/account-ref'
import { auditRow, commandLine } from '../audit'
import type { Desk } from '../desk'
import type { By } from '../roles/of'

/**
 * Takes a provider off somebody: it is asked anew who they are, by their address. One that does not know them is
 * done. Answers the account's id. Problems: missing, forbidden `mayMoreThanYou`.
 */
export const unlinkProvider = async (
  desk: Desk,
  whose: AccountRef,
  provider: string,
  by: By = null,
): Promise<string | Problem> => {
  const account = await accountFor(desk, by, whose)
  if (isProblem(account)) return account
  const { id, name } = account
  const links = await desk.store.providers.linksOf(id)
  const label = (await desk.store.providers.find(provider))?.label ?? ''
  if (!links.some((link) => link.provider === provider)) return id
  const detail = { value: `${name}: ${label}` }
  const told = auditRow(desk, by ?? commandLine, 'providerUnlinked', `account:${id}`, detail)
  await desk.store.providers.removeLink(id, provider, told)
  return id
}
