import { z } from 'zod'
import { holding } from '../../../actors/holds'
import { isProblem, Problem } from '../../../actors/problem'
import type { Account } from '../../store/ports/accounts'
import { auditRow, type Doer } from '../audit'
import type { Desk } from '../desk'
import { read } from '../input/read'
import { hashToken } from '../tokens'
import { createAccount } from './create'

/**
 * The token of the one-time link. Made from the secret, so that every node and every start before
 * the desk has its owner prints the same link. Undefined once an owner or admin exists.
 */
export const installToken = async (desk: Desk): Promise<string | undefined> =>
  (await desk.store.accounts.hasAdmin()) ? undefined : tokenOf(desk)

const tokenOf = (desk: Desk) =>
  new Bun.CryptoHasher('sha256', desk.secret).update('install').digest('base64url')

export const installForm = z.strictObject({
  token: holding('value', z.string().max(200)),
  email: holding('words', z.string()),
  name: holding('words', z.string()),
  password: holding('secret', z.string()),
})

/**
 * The desk's owner, by the one-time link of the first start. Five at once: one wins.
 * Problems: forbidden `tokenWrong`, conflict `installDone`, invalid (field).
 */
export const install = async (
  desk: Desk,
  input: unknown,
  from?: NonNullable<Doer['from']>,
): Promise<Account | Problem> => {
  const form = read(installForm, input)
  if (isProblem(form)) return form
  if (await desk.store.accounts.hasAdmin()) return new Problem('conflict', 'installDone')
  if (!isInstallToken(desk, form.token)) return new Problem('forbidden', 'tokenWrong')
  const { token: _, ...rest } = form
  const told = ({ id, name, role }: Account) => {
    const owner = { id, name, ...(from ? { from } : {}) }
    return auditRow(desk, owner, 'accountMade', `account:${id}`, { value: name, 'is.role': role })
  }
  return createAccount(desk, rest, 'owner', { first: true, told })
}

/** Whether it is the token of the one-time link; whether that still leads anywhere is not asked. */
export const isInstallToken = (desk: Desk, token: string): boolean =>
  hashToken(token) === hashToken(tokenOf(desk))
