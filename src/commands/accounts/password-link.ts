import type { AuditRow } from '../../../actors/audit'
import { isProblem, Problem } from '../../../actors/problem'
import type { Account } from '../../store/ports/accounts'
import { auditRow, commandLine } from '../audit'
import type { Desk } from '../desk'
import { isSigned, signatureFor } from '../proof'
import type { By } from '../roles/of'
import { hashToken } from '../tokens'
import { type AccountRef, accountFor, refreshPagesOf } from './account-ref'
import { hasPassword, noPassword, passwordProblem } from './password-rules'

/** How long a link to set a password opens, ms. */
export const PASSWORD_LINK_MS = 7 * 86_400_000

/** A link is for the password they have now, or for having none: once it is another, none opens any more. */
const whatOf = ({ id, passwordHash }: Account) => `invitation ${id} ${hashToken(passwordHash)}`

/** What a link brings for who has this password, or none, now. */
export const linkToken = (secret: string, account: Account, until: number): string =>
  `${account.id}.${until}.${signatureFor(secret, whatOf(account), until).proof}`

export type MadeLink = { account: Account; token: string; until: number }

/**
 * A link by which somebody sets a password of their own, once, within `PASSWORD_LINK_MS`. Who has none yet
 * is invited by it, and a newer one ends those before; who has one keeps it until they use the link.
 * All links to colleagues are made here: who is to be told of one by mail is told from here.
 * Problems: missing, forbidden `mayMoreThanYou`, conflict `accountDisabled`.
 */
export const makePasswordLink = async (
  desk: Desk,
  whose: AccountRef,
  by: By = null,
): Promise<MadeLink | Problem> => {
  const account = await accountFor(desk, by, whose)
  if (isProblem(account)) return account
  if (account.disabledAt !== null)
    return new Problem('conflict', 'accountDisabled', { values: { email: account.email } })
  const until = desk.clock.now() + PASSWORD_LINK_MS
  const object = `account:${account.id}`
  const detail = { value: account.name }
  const told = auditRow(desk, by ?? commandLine, 'linkMade', object, detail)
  const current = await renewed(desk, account, told)
  return { account: current, token: linkToken(desk.secret, current, until), until }
}

const renewed = async (desk: Desk, account: Account, told: AuditRow): Promise<Account> => {
  if (hasPassword(account.passwordHash)) {
    await desk.store.audit.add(told)
    return account
  }
  const passwordHash = noPassword()
  await desk.store.accounts.setPassword(account.id, passwordHash, told)
  return { ...account, passwordHash }
}

/**
 * Whose link it is, while it opens.
 * Problems: conflict `invitationOver` (used, too old, or not ours: which of these is not told).
 */
export const linkHolder = async (desk: Desk, token: string): Promise<Account | Problem> => {
  const used = new Problem('conflict', 'invitationOver')
  const [id = '', until = '', proof = ''] = token.split('.')
  const signature = { until: Number(until), proof }
  const account = await desk.store.accounts.byId(id.slice(0, 64))
  if (!account || account.disabledAt !== null || !/^\d{1,15}$/.test(until)) return used
  if (!isSigned(desk.secret, whatOf(account), signature)) return used
  return desk.clock.now() > signature.until ? used : account
}

/**
 * Sets the password of who was sent a link, and ends their other sessions. Of two who use it at once one
 * does. Answers the account.
 * Problems: conflict `invitationOver`, invalid (password), limited.
 */
export const setByLink = async (
  desk: Desk,
  { token, password }: { token: string; password: string },
  address: string,
): Promise<Account | Problem> => {
  const limited = await desk.rate.spend('signIn', address)
  if (limited) return limited
  const account = await linkHolder(desk, token)
  if (isProblem(account)) return account
  const weak = passwordProblem(password)
  if (weak) return weak
  const hash = await desk.passwords.hash(password)
  if (isProblem(hash)) return hash
  const { accounts } = desk.store
  const { id, name, passwordHash: before } = account
  const told = auditRow(desk, { id, name }, 'passwordSet', `account:${id}`, { value: name })
  if ((await accounts.replacePassword(id, hash, before, told)) === 'changed')
    return new Problem('conflict', 'invitationOver')
  refreshPagesOf(desk, id)
  return account
}
