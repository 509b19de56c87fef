import { z } from 'zod'
import { isProblem, Problem } from '../../../actors/problem'
import { refreshPagesOf } from '../accounts/account-ref'
import { typedPassword } from '../accounts/password-rules'
import { auditRow } from '../audit'
import type { Desk } from '../desk'
import { read } from '../input/read'
import { newRecoveryCodes, recoveryHash } from './codes'
import { isForced } from './force'
import { whyNotThem } from './prove'
import type { OwnSession } from './set'

/** What is asked before something of one's own factor is changed. */
export const ownFactorForm = z.strictObject({ current_password: typedPassword.optional() })

const whyNot = async (
  desk: Desk,
  { account, token }: OwnSession,
  input: unknown,
): Promise<Problem | null> => {
  const form = read(ownFactorForm, input)
  if (isProblem(form)) return form
  return (
    (await desk.rate.spend('act', account.id)) ??
    (await whyNotThem(desk, account, token, form.current_password))
  )
}

/**
 * Gives somebody other recovery codes; those before are worth nothing. Answers them, to be shown this once.
 * Problems: invalid `passwordWrong`, forbidden `signInAgain`, conflict `factorGone`, limited.
 */
export const renewCodes = async (
  desk: Desk,
  own: OwnSession,
  input: unknown,
): Promise<readonly string[] | Problem> => {
  const refused = await whyNot(desk, own, input)
  if (refused) return refused
  const { id, name } = own.account
  if (!(await desk.store.factors.find(id))) return new Problem('conflict', 'factorGone')
  const codes = newRecoveryCodes()
  const hashes = codes.map((code) => recoveryHash(id, code))
  const told = auditRow(desk, own.doer, 'codesMade', `account:${id}`, { value: name })
  await desk.store.factors.renewCodes(id, hashes, told)
  return codes
}

/**
 * Takes somebody's own second factor away. Problems: invalid `passwordWrong`, forbidden `signInAgain`, conflict
 * `factorForced` (their role asks for one), limited.
 */
export const dropFactor = async (
  desk: Desk,
  own: OwnSession,
  input: unknown,
): Promise<null | Problem> => {
  const { id, name, role } = own.account
  const keeps = (await desk.store.passkeys.of(id)).length > 0
  if (!keeps && (await isForced(desk, role))) return new Problem('conflict', 'factorForced')
  const refused = await whyNot(desk, own, input)
  if (refused) return refused
  const told = auditRow(desk, own.doer, 'factorRemoved', `account:${id}`, { value: name })
  await desk.store.factors.remove(id, { keeps }, told)
  refreshPagesOf(desk, id)
  return null
}
