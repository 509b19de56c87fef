import type { Staff } from '../../../actors/people'
import { isProblem, Problem } from '../../../actors/problem'
import { refreshPagesOf } from '../accounts/account-ref'
import { passwordProblem } from '../accounts/password-rules'
import { auditRow } from '../audit'
import type { Desk } from '../desk'
import { SESSION_IDLE_MS, SESSION_LIFE_MS } from '../sessions/begin'
import { hashToken } from '../tokens'
import type { MeForm } from './form'

/**
 * Gives somebody another password, for who knows the one they have, and ends their other sessions.
 * Problems: invalid `passwordWrong` (`current_password`) and those of a password (`new_password`),
 * limited.
 */
export const changePassword = async (
  desk: Desk,
  person: Staff,
  token: string,
  { current_password: current, new_password: wanted }: MeForm,
): Promise<null | Problem> => {
  if (current === undefined && wanted === undefined) return null
  const { id } = person
  const limited = await desk.rate.spend('password', id)
  if (limited) return limited
  const { accounts } = desk.store
  const account = await accounts.byId(id)
  const right = await desk.passwords.verify(current ?? '', account?.passwordHash)
  if (isProblem(right)) return right
  if (!right) return new Problem('invalid', 'passwordWrong', { field: 'current_password' })
  const weak = passwordProblem(wanted ?? '', 'new_password')
  if (weak) return weak
  const hash = await desk.passwords.hash(wanted ?? '')
  if (isProblem(hash)) return hash
  const at = desk.clock.now()
  const tokenHash = hashToken(token)
  const own = (await accounts.sessionsOf(id, at)).find((one) => one.tokenHash === tokenHash)
  const times = { at, idle: at + SESSION_IDLE_MS, expires: at + SESSION_LIFE_MS }
  const from = own && {
    from: {
      ...{ address: own.address, browser: own.browser },
      ...{ door: own.door, strongAt: own.strongAt },
    },
  }
  const told = auditRow(desk, person, 'passwordSet', `account:${id}`)
  const before = account?.passwordHash ?? ''
  if (
    (await accounts.replacePassword(id, hash, before, told, { tokenHash, times, ...from })) ===
    'changed'
  )
    return new Problem('invalid', 'passwordWrong', { field: 'current_password' })
  refreshPagesOf(desk, id)
  return null
}
