import { addressOf } from '../../../actors/address'
import { isProblem, type Problem } from '../../../actors/problem'
import type { Session } from '../../store/ports/accounts'
import { accountFor, refreshPagesOf } from '../accounts/account-ref'
import { auditRow, commandLine } from '../audit'
import type { Desk } from '../desk'
import type { By } from '../roles/of'
import { hashToken } from '../tokens'
import { SESSION_IDLE_MS } from './begin'

/** Characters of the mark by which pages name a session: they never have its token or all of its hash. */
const MARK = 16

export const markOf = ({ tokenHash }: Pick<Session, 'tokenHash'>): string =>
  tokenHash.slice(0, MARK)

/** When something was last asked for in a session, to a few minutes, ms UTC. */
export const seenAtOf = ({ createdAt, idleUntil }: Session): number =>
  Math.max(createdAt, idleUntil - SESSION_IDLE_MS)

/** Which sessions of somebody: the one of a mark, or all but that of a token. */
export type WhichSessions = { mark: string } | { but: string }

/**
 * Ends sessions of somebody: their pages stop, and who is signed in nowhere any more is off duty by it.
 * None that fits is done. `by` is whoever does it; of one's own nothing is written down. Answers how many.
 * Problems: missing, forbidden `mayMoreThanYou`.
 */
export const endSessions = async (
  desk: Desk,
  account: string,
  which: WhichSessions,
  by: By,
): Promise<number | Problem> => {
  const whose = await accountFor(desk, by, { id: account })
  if (isProblem(whose)) return whose
  const { accounts } = desk.store
  const at = desk.clock.now()
  const all = await accounts.sessionsOf(account, at)
  const isMeant =
    'mark' in which
      ? (one: Session) => markOf(one) === which.mark
      : (one: Session) => one.tokenHash !== hashToken(which.but)
  const ended = all.filter(isMeant)
  if (ended.length === 0) return 0
  const detail = { value: whose.name }
  const told =
    by?.id === account
      ? undefined
      : auditRow(desk, by ?? commandLine, 'sessionsEnded', `account:${account}`, detail)
  await accounts.closeSessions(
    ended.map(({ tokenHash }) => tokenHash),
    told,
  )
  refreshPagesOf(desk, account)
  if (!(await accounts.hasSession(account, at)))
    await desk.system.send(addressOf('agent', account), { type: 'signedOff', at })
  return ended.length
}
