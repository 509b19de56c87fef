import type { Staff } from '../../../actors/people'
import { Problem } from '../../../actors/problem'
import { auditRow } from '../audit'
import type { Desk } from '../desk'
import { tell } from './keep-out'

/** Lets somebody in again. What is lifted already is done. Problems: missing, limited. */
export const lift = async (desk: Desk, person: Staff, id: string): Promise<null | Problem> => {
  const limited = await desk.rate.spend('act', person.id)
  if (limited) return limited
  const block = await desk.store.blocks.find(id)
  if (!block) return new Problem('missing', 'missing')
  if (block.liftedAt !== null) return null
  const { scope, value, reason } = block
  const told = auditRow(desk, person, 'unblocked', `block:${id}`, { scope, value, reason })
  await desk.store.blocks.lift(id, desk.clock.now(), person.name, told)
  await tell(desk)
  return null
}
