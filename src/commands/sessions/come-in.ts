import { isProblem, type Problem } from '../../../actors/problem'
import type { Account } from '../../store/ports/accounts'
import type { Desk, From } from '../desk'
import { isForced } from '../factors/force'
import { hashToken } from '../tokens'
import { beginSessionOf, type Door } from './begin'
import { factorMark, halfToken } from './half'

/**
 * What comes of a first factor: a session, which is `confined` to setting up a second factor where their role asks
 * for one and they have none; or `half`, where they have one to show yet.
 */
export type CameIn =
  | { account: Account; token: string; confined: boolean }
  | { account: Account; half: string }

/** Lets somebody in who has shown one factor. `isStrong`: it counts as two. Problems: unknown `signInWrong`. */
export const comeIn = async (
  desk: Desk,
  account: Account,
  { door, isStrong = false }: { door: Door; isStrong?: boolean },
  from: From,
): Promise<CameIn | Problem> => {
  const half = async () => {
    const factor = await factorMark(desk, account)
    return factor === undefined
      ? undefined
      : { account, half: halfToken(desk, account, { factor, door }) }
  }
  const before = isStrong ? undefined : await half()
  if (before) return before
  const token = await beginSessionOf(desk, account, { door, isStrong }, from)
  if (isProblem(token)) return token
  // Who set one up in this very moment ended all sessions but their own, and may not have seen this one.
  const meanwhile = isStrong ? undefined : await half()
  if (meanwhile) {
    await desk.store.accounts.closeSession(hashToken(token))
    return meanwhile
  }
  return { account, token, confined: !isStrong && (await isForced(desk, account.role)) }
}
