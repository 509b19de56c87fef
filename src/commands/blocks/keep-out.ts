import { addressOf } from '../../../actors/address'
import type { Block } from '../../../actors/block'
import type { Staff } from '../../../actors/people'
import { auditRow } from '../audit'
import type { Desk } from '../desk'
import { toldOfBlock } from './told'

type Whom = Pick<Block, 'scope' | 'value' | 'visitor' | 'conversation' | 'reason'>

/**
 * Keeps somebody out from now on, for so many ms, or without an end for null. Answers with the id of
 * the block once it holds here; other nodes hear of it at once.
 */
export const keepOut = async (
  desk: Desk,
  person: Staff,
  whom: Whom,
  lastsMs: number | null,
  named?: string,
): Promise<string> => {
  const [id, at] = [named ?? desk.clock.id(), desk.clock.now()]
  const until = lastsMs === null ? null : at + lastsMs
  const by = { by: person.id, byName: person.name, liftedAt: null, liftedBy: null }
  const detail = { ...(await toldOfBlock(desk, whom)), until }
  const told = auditRow(desk, person, 'blocked', `block:${id}`, detail)
  await desk.store.blocks.add({ ...whom, ...by, id, at, until }, told)
  await tell(desk)
  return id
}

/** Here it is so when this settles; the other nodes look again. */
export const tell = async (desk: Desk): Promise<void> => {
  await desk.blocks.refresh()
  desk.bus.publish([{ topic: addressOf('visitor', 'blocked'), what: 'blocks' }])
}
