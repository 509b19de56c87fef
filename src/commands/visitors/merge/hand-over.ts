import { addressOf } from '../../../../actors/address'
import type { Staff } from '../../../../actors/people'
import type { MovedWith } from '../../../../actors/visitor/merge'
import type { Visit } from '../../../../actors/visitor/visit'
import type { VisitorMerge } from '../../../store/ports/visitors'
import { auditRow } from '../../audit'
import { tell } from '../../blocks/keep-out'
import { toldOfBlock } from '../../blocks/told'
import type { Desk } from '../../desk'
import { holdOnto } from '../../privacy/hold-onto'
import { knownBy } from '../known-by'

/** Each conversation is another visitor's now, under a name; one that is already stays so. */
export const claimAll = async (
  desk: Desk,
  conversations: readonly { id: string; name: string }[],
  { from, visitor }: { from: string; visitor: string },
): Promise<void> => {
  const ids = conversations.map(({ id }) => id)
  await holdOnto(desk, from, ids)
  const topics = await knownBy(desk, visitor)
  for (const { id, name } of conversations)
    await desk.system.send(addressOf('conversation', id), {
      ...{ type: 'claimed', at: desk.clock.now(), from, visitor, name, topics },
    })
}

/** Whose cookies these are, all nodes find out anew; and the pages of both look again. */
export const giveKeys = async (desk: Desk, moved: MovedWith, to: string): Promise<void> => {
  await desk.store.visitors.giveKeys(moved, to)
  desk.bus.publish([{ topic: addressOf('visitor', to), what: 'whose' }])
}

/** Who was kept out stays so as who they are now: each block holds under both. */
export const copyBlocks = async (
  desk: Desk,
  person: Staff,
  { into, moved }: Pick<VisitorMerge, 'into' | 'moved'>,
): Promise<void> => {
  for (const { of, id } of moved.blocks) {
    const block = await desk.store.blocks.find(of)
    if (!block || (await desk.store.blocks.find(id))) continue
    const copy = { ...block, id, value: into, visitor: into }
    const detail = { ...(await toldOfBlock(desk, copy)), until: block.until }
    await desk.store.blocks.add(copy, auditRow(desk, person, 'blocked', `block:${id}`, detail))
  }
  if (moved.blocks.length > 0) await tell(desk)
}

/** The blocks that hold under the other's name alone are lifted. */
export const liftCopies = async (desk: Desk, person: Staff, { blocks }: MovedWith) => {
  for (const { id } of blocks) {
    const block = await desk.store.blocks.find(id)
    if (!block || block.liftedAt !== null) continue
    const detail = await toldOfBlock(desk, block)
    const told = auditRow(desk, person, 'unblocked', `block:${id}`, detail)
    await desk.store.blocks.lift(id, desk.clock.now(), person.name, told)
  }
  if (blocks.length > 0) await tell(desk)
}

/** The newer visit of both; they were here as often as both were. */
export const bothVisits = (one: Visit | null, other: Visit | null): Visit | null => {
  if (!one || !other) return one ?? other
  return { ...(one.at < other.at ? other : one), visits: one.visits + other.visits }
}
