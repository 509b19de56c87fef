import { z } from 'zod'
import { isProblem, Problem } from '../../../actors/problem'
import { typedPassword } from '../accounts/password-rules'
import { auditRow } from '../audit'
import type { Desk } from '../desk'
import { isForced } from '../factors/force'
import { whyNotThem } from '../factors/prove'
import type { OwnSession } from '../factors/set'
import { read } from '../input/read'

export const passkeyRemoval = z.strictObject({ current_password: typedPassword.optional() })

/**
 * Takes a key of somebody away. Problems: missing, invalid `passwordWrong`, forbidden
 * `signInAgain`, conflict `factorForced` (it is all they have, and their role asks for one), limited.
 */
export const removePasskey = async (
  desk: Desk,
  { account, token, doer }: OwnSession,
  id: string,
  input: unknown,
): Promise<null | Problem> => {
  const form = read(passkeyRemoval, input)
  if (isProblem(form)) return form
  const own = await desk.store.passkeys.of(account.id)
  const passkey = own.find((one) => one.id === id)
  if (!passkey) return new Problem('missing', 'missing')
  const refused = await whyNotThem(desk, account, token, form.current_password)
  if (refused) return refused
  const isLast = own.length === 1 && !(await desk.store.factors.find(account.id))
  if (isLast && (await isForced(desk, account.role))) return new Problem('conflict', 'factorForced')
  const object = `account:${account.id}`
  const told = auditRow(desk, doer, 'passkeyRemoved', object, { value: passkey.name })
  await desk.store.passkeys.remove(account.id, id, { isLast }, told)
  return null
}
