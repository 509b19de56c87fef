import { z } from 'zod'
import { holding } from '../../../actors/holds'
import { isProblem, Problem } from '../../../actors/problem'
import type { Account } from '../../store/ports/accounts'
import { refreshPagesOf } from '../accounts/account-ref'
import { typedPassword } from '../accounts/password-rules'
import { auditRow, type Doer } from '../audit'
import type { Desk } from '../desk'
import { read } from '../input/read'
import { seal, unseal } from '../sealed'
import { hashToken } from '../tokens'
import { newAppSecret, stepOf, typedCode } from './app'
import { newRecoveryCodes, recoveryHash } from './codes'
import { whyNotThem } from './prove'

/** How long what an app was shown can be confirmed, ms. */
const OFFER_MS = 60 * 60_000

/** Characters that are read of what may be a code. */
export const CODE_CHARS = 100
/** It opens once, so that it may be sent again as it was. */
export const codeField = holding('value', z.string().max(CODE_CHARS))

export const factorForm = z.strictObject({
  /** What the page offered to the app, sealed. */
  offer: holding('value', z.string().max(400)),
  one_time_code: codeField,
  current_password: typedPassword.optional(),
  next: holding('value', z.string()).optional(),
})

const offerOf = (account: string) => `offer of ${account}`
const secretOf = (account: string) => `factor of ${account}`

/** What an app can make codes of, and the same sealed, for the form that confirms it. */
export const offerFactor = (desk: Desk, account: string) => {
  const secret = newAppSecret()
  const until = desk.clock.now() + OFFER_MS
  return { secret, offer: seal(desk.secret, offerOf(account), `${secret} ${until}`) }
}

/** What was offered to them, while it can be confirmed. */
export const offeredSecret = (desk: Desk, account: string, offer: string): string | undefined => {
  const [secret, until] = unseal(desk.secret, offerOf(account), offer)?.split(' ') ?? []
  return Number(until) >= desk.clock.now() ? secret : undefined
}

/** What somebody's codes are made of; undefined where the installation has another secret by now. */
export const factorSecret = (desk: Desk, account: string, sealed: string): string | undefined =>
  unseal(desk.secret, secretOf(account), sealed)

/** Who asks, in which session, and from where. */
export type OwnSession = { account: Account; token: string; doer: Doer }

/**
 * Makes an app the second factor of whoever has it, by a code that it shows; their other sessions end. Answers
 * their recovery codes, to be shown this once.
 * Problems: invalid (field) | `codeWrong` | `passwordWrong`, forbidden `signInAgain`, conflict `offerOver` |
 * `factorIsSet`, limited.
 */
export const setFactor = async (
  desk: Desk,
  { account, token, doer }: OwnSession,
  input: unknown,
): Promise<readonly string[] | Problem> => {
  const form = read(factorForm, input)
  if (isProblem(form)) return form
  const refused =
    (await desk.rate.spend('act', account.id)) ??
    (await whyNotThem(desk, account, token, form.current_password))
  if (refused) return refused
  const { id } = account
  const secret = offeredSecret(desk, id, form.offer)
  if (secret === undefined) return new Problem('conflict', 'offerOver')
  const at = desk.clock.now()
  const usedStep = stepOf(secret, typedCode(form.one_time_code), at)
  if (usedStep === null) return new Problem('invalid', 'codeWrong', { field: 'one_time_code' })
  const codes = newRecoveryCodes()
  const factor = {
    ...{ account: id, createdAt: at, usedStep },
    secret: seal(desk.secret, secretOf(id), secret),
  }
  const told = auditRow(desk, doer, 'factorSet', `account:${id}`, { value: account.name })
  const hashes = codes.map((code) => recoveryHash(id, code))
  if ((await desk.store.factors.add(factor, hashes, told)) === 'taken')
    return new Problem('conflict', 'factorIsSet')
  await desk.store.accounts.strengthen(hashToken(token), id, at)
  refreshPagesOf(desk, id)
  return codes
}
