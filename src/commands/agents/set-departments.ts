import { isProblem, type Problem } from '../../../actors/problem'
import type { AccountRef } from '../accounts/account-ref'
import { accountOf } from '../accounts/account-ref'
import type { Desk } from '../desk'
import { setAgent } from './set'

/**
 * From now on somebody answers for these departments and no others. He keeps what he holds, and
 * the rest of his place. Answers the account's id.
 * Problems: missing `accountUnknown`, conflict `accountOther` | `notInThisState`, invalid
 * `departmentUnknown`.
 */
export const setDepartments = async (
  desk: Desk,
  whose: AccountRef,
  departments: readonly string[],
): Promise<string | Problem> => {
  const account = await accountOf(desk, whose)
  if (isProblem(account)) return account
  const { id, name } = account
  const place = await desk.store.inbox.agent(id)
  const rest = place ? { capacity: place.capacity, mayReply: place.mayReply } : {}
  return (await setAgent(desk, id, { name, departments, ...rest })) ?? id
}
