import { generateRegistrationOptions, verifyRegistrationResponse } from '@simplewebauthn/server'
import { z } from 'zod'
import { holding } from '../../../actors/holds'
import { passkeyLimits } from '../../../actors/passkey'
import { isProblem, Problem } from '../../../actors/problem'
import { typedPassword } from '../accounts/password-rules'
import { auditRow } from '../audit'
import type { Desk } from '../desk'
import { whyNotThem } from '../factors/prove'
import type { OwnSession } from '../factors/set'
import { isThere, nameUpTo } from '../input'
import { read } from '../input/read'
import { hashToken } from '../tokens'
import { answerIn, challengeOf, newTicket, type Site } from './ticket'

/** Characters of what a device answers. */
export const ANSWER_CHARS = 16_000

export const passkeyForm = z.strictObject({
  name: nameUpTo(passkeyLimits.name).superRefine(isThere),
  ticket: holding('value', z.string().max(1000)),
  credential: holding('value', z.string().max(ANSWER_CHARS)),
  current_password: typedPassword.optional(),
  next: holding('value', z.string()).optional(),
})

const whatFor = (account: string) => `of ${account}`

/** What a device is asked for to make a key of somebody. */
export const passkeyOptions = async (desk: Desk, { account }: OwnSession, site: Site) => {
  const { challenge, ticket } = newTicket(desk, whatFor(account.id))
  const own = await desk.store.passkeys.of(account.id)
  const options = await generateRegistrationOptions({
    ...{ rpName: site.host, rpID: site.host, userName: account.email },
    userDisplayName: account.name,
    userID: new Uint8Array(Buffer.from(account.id)),
    challenge: new Uint8Array(Buffer.from(challenge, 'base64url')),
    attestationType: 'none',
    excludeCredentials: own.map(({ credential }) => ({ id: credential })),
    // Whoever has the device has to be asked who they are: then it is two factors.
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  })
  return { options, ticket }
}

/**
 * Keeps a key that a device made for somebody. A session that opened nothing until then opens.
 * Problems: invalid (field) | `passwordWrong` | `passkeyWrong`, forbidden `signInAgain`, conflict `passkeyOver` |
 * `passkeyKnown` | `tooManyPasskeys`, limited.
 */
export const addPasskey = async (
  desk: Desk,
  own: OwnSession & { isConfined: boolean },
  site: Site,
  input: unknown,
): Promise<null | Problem> => {
  const form = read(passkeyForm, input)
  if (isProblem(form)) return form
  const { account, token, doer } = own
  const refused =
    (await desk.rate.spend('act', account.id)) ??
    (await whyNotThem(desk, account, token, form.current_password))
  if (refused) return refused
  const challenge = await challengeOf(desk, whatFor(account.id), form.ticket)
  if (isProblem(challenge)) return challenge
  const key = await keyIn(form.credential, challenge, site)
  if (!key) return new Problem('invalid', 'passkeyWrong')
  if ((await desk.store.passkeys.of(account.id)).length >= passkeyLimits.most)
    return new Problem('conflict', 'tooManyPasskeys', { values: { limit: passkeyLimits.most } })
  const at = desk.clock.now()
  const passkey = {
    ...{ id: hashToken(key.id), account: account.id, name: form.name, credential: key.id },
    publicKey: Buffer.from(key.publicKey).toString('base64url'),
    ...{ counter: key.counter, createdAt: at, usedAt: null },
  }
  const object = `account:${account.id}`
  const told = auditRow(desk, doer, 'passkeySet', object, { value: form.name })
  if ((await desk.store.passkeys.add(passkey, told)) === 'taken')
    return new Problem('conflict', 'passkeyKnown')
  if (own.isConfined) await desk.store.accounts.strengthen(hashToken(token), account.id, at)
  return null
}

/** The key of an answer that is as it should be. */
const keyIn = async (text: string, challenge: string, { host, origin }: Site) => {
  const response = answerIn(text)
  if (response === undefined) return undefined
  try {
    const { verified, registrationInfo } = await verifyRegistrationResponse({
      ...{ response: response as never, expectedChallenge: challenge },
      ...{ expectedOrigin: origin, expectedRPID: host, requireUserVerification: true },
    })
    return verified ? registrationInfo?.credential : undefined
  } catch {
    return undefined
  }
}
