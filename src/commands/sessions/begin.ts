import { Problem } from '../../../actors/problem'
import type { Account } from '../../store/ports/accounts'
import type { Desk, From } from '../desk'
import { hashToken, newToken } from '../tokens'
import { sessionFrom } from './from'
import { signedInRow } from './told'

/** A session lives this long unused, and at most this long in all, ms. */
export const SESSION_IDLE_MS = 12 * 3_600_000

export const SESSION_LIFE_MS = 7 * 24 * 3_600_000

/** By which door somebody came in; of a provider with its id. */
export type Door = 'password' | 'code' | 'recovery' | 'passkey' | `provider:${string}`

/** How they came in, and whether they showed a second factor. */
export type Way = { door: Door; isStrong: boolean }

/**
 * Begins a session of somebody, with a fresh token. Nobody is in of whom nothing was written down, or whose
 * password became another meanwhile. Problems: unknown `signInWrong`.
 */
export const beginSessionOf = async (
  desk: Desk,
  account: Account,
  { door, isStrong }: Way,
  from: From,
): Promise<string | Problem> => {
  const at = desk.clock.now()
  const token = newToken()
  const told = signedInRow(desk, account, from, await toldDoor(desk, door))
  const opened = await desk.store.accounts.openSession(
    hashToken(token),
    account.id,
    { at, idle: at + SESSION_IDLE_MS, expires: at + SESSION_LIFE_MS },
    { ...sessionFrom(from), door, strongAt: isStrong ? at : null },
    { passwordHash: account.passwordHash, told },
  )
  return opened === 'done' ? token : new Problem('unknown', 'signInWrong')
}

/** A provider is told of by its label: it may be gone when that is read. */
const toldDoor = async ({ store }: Desk, door: Door) => {
  const id = /^provider:(.+)$/.exec(door)?.[1]
  const provider = id === undefined ? undefined : await store.providers.find(id)
  return { door, ...(provider ? { provider: provider.label } : {}) }
}
