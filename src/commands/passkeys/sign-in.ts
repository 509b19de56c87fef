import { generateAuthenticationOptions, verifyAuthenticationResponse } from '@simplewebauthn/server'
import { z } from 'zod'
import { holding } from '../../../actors/holds'
import { isProblem, Problem } from '../../../actors/problem'
import type { Account } from '../../store/ports/accounts'
import type { Passkey } from '../../store/ports/passkeys'
import type { Desk, From } from '../desk'
import { read } from '../input/read'
import { beginSessionOf } from '../sessions/begin'
import { tellNotIn } from '../sessions/told'
import { hashToken } from '../tokens'
import { ANSWER_CHARS } from './add'
import { answerIn, challengeOf, newTicket, type Site } from './ticket'

export const passkeySignIn = z.strictObject({
  ticket: holding('value', z.string().max(1000)),
  credential: holding('value', z.string().max(ANSWER_CHARS)),
  next: holding('value', z.string()).optional(),
})

const FOR = 'for a sign-in'

/** What a device is asked for by whoever wants in: it says itself who they are. Problems: limited. */
export const passkeyRequest = async (desk: Desk, site: Site, from: From) => {
  const limited = await desk.rate.spend('signIn', from.address)
  if (limited) return limited
  const { challenge, ticket } = newTicket(desk, FOR)
  const options = await generateAuthenticationOptions({
    ...{ rpID: site.host, userVerification: 'required' },
    challenge: new Uint8Array(Buffer.from(challenge, 'base64url')),
  })
  return { options, ticket }
}

/**
 * Lets somebody in by a key of theirs, which counts for both factors. No answer of a device lets anybody in twice.
 * Problems: conflict `passkeyOver`, unknown `passkeyUnknown`, limited.
 */
export const signInByPasskey = async (
  desk: Desk,
  site: Site,
  input: unknown,
  from: From,
): Promise<{ token: string; account: Account } | Problem> => {
  const form = read(passkeySignIn, input)
  if (isProblem(form)) return form
  const limited = await desk.rate.spend('signIn', from.address)
  if (limited) return limited
  const challenge = await challengeOf(desk, FOR, form.ticket)
  if (isProblem(challenge)) return challenge
  const answer = answerIn(form.credential)
  const passkey = await desk.store.passkeys.find(hashToken(String(Object(answer).id)))
  const account = passkey && (await desk.store.accounts.byId(passkey.account))
  const unknown = new Problem('unknown', 'passkeyUnknown')
  if (!passkey || !account) return unknown
  const isRight = await isAnswered(desk, passkey, { answer, challenge, site })
  if (!isRight || account.disabledAt !== null) {
    await tellNotIn(desk, account, isRight ? 'disabled' : 'passkey', from)
    return unknown
  }
  const token = await beginSessionOf(desk, account, { door: 'passkey', isStrong: true }, from)
  if (isProblem(token)) return token
  return { token, account }
}

type Asked = { answer: unknown; challenge: string; site: Site }

const isAnswered = async (
  desk: Desk,
  passkey: Passkey,
  { answer, challenge, site }: Asked,
): Promise<boolean> => {
  const { id, account, credential, publicKey, counter } = passkey
  // The device may name whose key it is: then it has to be so.
  const named: unknown = Object(Object(answer).response).userHandle
  if (typeof named === 'string' && named !== Buffer.from(account).toString('base64url'))
    return false
  try {
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      ...{ response: answer as never, expectedChallenge: challenge },
      ...{ expectedOrigin: site.origin, expectedRPID: site.host, requireUserVerification: true },
      credential: {
        ...{ id: credential, counter },
        publicKey: new Uint8Array(Buffer.from(publicKey, 'base64url')),
      },
    })
    if (!verified) return false
    const { newCounter } = authenticationInfo
    const used = await desk.store.passkeys.use(id, newCounter, counter, desk.clock.now())
    return used === 'done'
  } catch {
    return false
  }
}
