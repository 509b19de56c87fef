import type { Problem } from '../../../actors/problem'
import type { OwnRole } from '../../../actors/role'
import { refreshPagesOf } from '../accounts/account-ref'
import { changeAgent } from '../agents/change'
import type { Desk } from '../desk'
import { repliesBy } from './of'

type Change = { before: OwnRole; after: OwnRole }

/**
 * Writes a role, and has everybody who has it act by it. Who may answer no more hears of it before, and
 * who may now after: should the desk stop in between, nobody is given what they may not answer, and
 * saving once more mends the rest.
 */
export const spread = async <Outcome extends string>(
  desk: Desk,
  { before, after }: Change,
  write: () => Promise<Outcome | 'done'>,
): Promise<Outcome | 'done' | Problem> => {
  const { id } = after
  const replies = repliesBy({ role: id, grants: after.permissions })
  const loses = !replies && repliesBy({ role: id, grants: before.permissions })
  const tell = async (replies: boolean) => {
    const own = (await desk.store.accounts.all()).filter(({ role }) => role === id)
    for (const one of own) {
      const parked = await changeAgent(desk, one.id, {}, replies)
      if (parked) return parked
    }
    return null
  }
  const parked = loses ? await tell(false) : null
  if (parked) return parked
  const written = await write()
  // What was not written takes nothing away either.
  const isDone = written === 'done'
  const isLate = loses !== isDone
  const late = isLate ? await tell(isDone ? replies : true) : null
  for (const one of await desk.store.accounts.all())
    if (one.role === id) refreshPagesOf(desk, one.id)
  return late ?? written
}
