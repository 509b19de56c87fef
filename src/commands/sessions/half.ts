import { Problem } from '../../../actors/problem'
import type { Account } from '../../store/ports/accounts'
import type { Desk } from '../desk'
import { isForced } from '../factors/force'
import { isSigned, signatureFor } from '../proof'
import { hashToken } from '../tokens'
import type { Door } from './begin'

/** So long is waited for the second factor after the first, ms. */
export const HALF_MS = 10 * 60_000

/** Characters of the mark by which a page names what was begun: it has none of the token. */
const MARK = 16

/** Tells what was begun from another in the same browser. */
export const halfMark = (token: string): string => hashToken(token).slice(0, MARK)

/**
 * It holds for the password and the factor they had: once either is another, they begin anew. So a factor
 * that is taken away meanwhile, or set, is no way around the one or the other.
 */
const whatOf = (account: Account, factor: string, door: Door) =>
  `half in ${account.id} ${hashToken(account.passwordHash)} ${hashToken(factor)} ${door}`

/**
 * What the second factor of somebody is told from another by; undefined while none is asked of them. A passkey
 * alone is asked for where their role asks for a second factor: else it is another way in, beside the password.
 */
export const factorMark = async (
  desk: Desk,
  { id, role }: Pick<Account, 'id' | 'role'>,
): Promise<string | undefined> => {
  const app = await desk.store.factors.find(id)
  if (app) return app.secret
  const passkeys = await desk.store.passkeys.of(id)
  return passkeys.length > 0 && (await isForced(desk, role)) ? 'passkeys' : undefined
}

/** That somebody has shown the first factor, for the page that asks for the second. */
export const halfToken = (
  desk: Desk,
  account: Account,
  { factor, door }: { factor: string; door: Door },
): string => {
  const { until, proof } = signatureFor(
    desk.secret,
    whatOf(account, factor, door),
    desk.clock.now() + HALF_MS,
  )
  return [account.id, until, door, proof].join('.')
}

/** Who is half in, and by which door. */
export type Half = { account: Account; door: Door }

/** Problems: conflict `halfOver` (too late, or not so any more: which of these is not told). */
export const halfIn = async (desk: Desk, token: string): Promise<Half | Problem> => {
  const over = new Problem('conflict', 'halfOver')
  const [id = '', until = '', door = '', proof = ''] = token.split('.')
  if (!/^\d{1,15}$/.test(until)) return over
  const account = await desk.store.accounts.byId(id.slice(0, 64))
  if (!account || account.disabledAt !== null) return over
  const factor = await factorMark(desk, account)
  if (factor === undefined || !(await isDoor(desk, door))) return over
  const what = whatOf(account, factor, door as Door)
  const signature = { until: Number(until), proof }
  if (!isSigned(desk.secret, what, signature) || desk.clock.now() > signature.until) return over
  return { account, door: door as Door }
}

/** Who comes by a service that was taken away meanwhile comes by nothing. */
const isDoor = async ({ store }: Desk, door: string): Promise<boolean> => {
  const provider = /^provider:(.+)$/.exec(door)?.[1]
  return provider === undefined || (await store.providers.find(provider)) !== undefined
}
