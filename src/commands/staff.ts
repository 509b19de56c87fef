import { addressOf } from '../../actors/address'
import type { Role } from '../../actors/people'
import { isProblem, Problem } from '../../actors/problem'
import type { Account } from '../store/store'
import { attemptKey, emailKey, passwordProblem } from './accounts'
import type { Desk } from './desk'
import { setAgent } from './office'

/** Whose account: a role, so that who means an agent never hits an admin. */
export type Whose = { role: Role; email: string }

/**
 * Gives somebody a new password and ends all his sessions. Answers the account's id.
 * Problems: missing `accountUnknown`, conflict `accountOther` | `accountDisabled`, invalid (password), limited.
 */
export const setPassword = async (
  desk: Desk,
  whose: Whose,
  password: string,
): Promise<string | Problem> => {
  const account = await accountOf(desk, whose)
  if (isProblem(account)) return account
  if (account.disabledAt !== null)
    return new Problem('conflict', 'accountDisabled', { values: { email: account.email } })
  const weak = passwordProblem(password)
  if (weak) return weak
  const hash = await desk.passwords.hash(password)
  if (isProblem(hash)) return hash
  const { accounts } = desk.store
  await accounts.setPassword(account.id, hash)
  await accounts.clearAttempts(attemptKey(emailKey(account.email) ?? ''))
  await accounts.closeSessionsOf(account.id)
  pagesLookAgain(desk, account.id)
  return account.id
}

/**
 * Lets somebody in no more: his sessions are worth nothing, and his place at the desk is taken from him, so that
 * his conversations go back to the line and no other comes, whatever he asked for just before.
 * Being disabled already is done. Answers the account's id.
 * Problems: missing `accountUnknown`, conflict `accountOther` | `parked`.
 */
export const disableAccount = async (desk: Desk, whose: Whose): Promise<string | Problem> => {
  const account = await accountOf(desk, whose)
  if (isProblem(account)) return account
  const at = desk.clock.now()
  // They are kept, so that who comes by one of them can be told why he is out.
  if (account.disabledAt === null) await desk.store.accounts.disable(account.id, at)
  pagesLookAgain(desk, account.id)
  return (await unseat(desk, account.id, at)) ?? account.id
}

/**
 * Lets somebody in again whom `disableAccount` kept out: with the password he had, the departments
 * and the room, but none of his sessions. He is off duty until he says otherwise. Being enabled already is done, and changes
 * nothing. Answers the account's id.
 * Problems: missing `accountUnknown`, conflict `accountOther` | `parked`.
 */
export const enableAccount = async (desk: Desk, whose: Whose): Promise<string | Problem> => {
  const account = await accountOf(desk, whose)
  if (isProblem(account)) return account
  if (account.disabledAt === null) return account.id
  const place = await desk.store.inbox.agent(account.id)
  if (place) {
    const { name, departments, capacity } = place
    const sent = await desk.system.send(addressOf('agent', account.id), {
      ...{ type: 'hired', at: desk.clock.now(), name, departments, capacity },
      ...{ mayReply: true, wrapUp: 0 },
    })
    if (sent.outcome === 'parked') return new Problem('conflict', 'parked')
  }
  // The door last: who cannot be seated stays disabled, and the order can be given again.
  await desk.store.accounts.closeSessionsOf(account.id)
  await desk.store.accounts.disable(account.id, null)
  return account.id
}

/**
 * From now on somebody answers for these departments and no others. He keeps what he holds, and
 * the rest of his place. Answers the account's id.
 * Problems: missing `accountUnknown`, conflict `accountOther` | `notInThisState`, invalid
 * `departmentUnknown`.
 */
export const setDepartments = async (
  desk: Desk,
  whose: Whose,
  departments: readonly string[],
): Promise<string | Problem> => {
  const account = await accountOf(desk, whose)
  if (isProblem(account)) return account
  const { id, name } = account
  const place = await desk.store.inbox.agent(id)
  const rest = place ? { capacity: place.capacity, mayReply: place.mayReply } : {}
  return (await setAgent(desk, id, { name, departments, ...rest })) ?? id
}

/** What he may do no more is refused to him by his own actor. */
const unseat = async (desk: Desk, id: string, at: number): Promise<null | Problem> => {
  const place = await desk.store.inbox.agent(id)
  if (!place) return null
  const { name, departments, capacity } = place
  const events = [
    { type: 'hired', at, name, departments, capacity, mayReply: false, wrapUp: 0 },
    // Who is off already refuses it, and nothing is left to do.
    { type: 'signedOff', at },
  ] as const
  for (const event of events) {
    const sent = await desk.system.send(addressOf('agent', id), event)
    if (sent.outcome === 'parked') return new Problem('conflict', 'parked')
  }
  return null
}

/** Those that are open find no session that stands, and end. */
const pagesLookAgain = (desk: Desk, account: string) => {
  desk.bus.publish([{ topic: addressOf('agent', account), what: 'state' }])
}

const accountOf = async (desk: Desk, { role, email }: Whose): Promise<Account | Problem> => {
  const key = emailKey(email)
  const account = key ? await desk.store.accounts.byEmailKey(key) : undefined
  if (!account) return new Problem('missing', 'accountUnknown', { values: { role, email } })
  if (account.role === role) return account
  return new Problem('conflict', 'accountOther', { values: { role, email } })
}
