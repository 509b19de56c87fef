import { addressOf } from '../../../actors/address'
import { auditRow } from '../audit'
import type { Desk } from '../desk'

/**
 * Conversations of a visitor become somebody else's: where a hold keeps all that is theirs, each of these is held
 * for the same reason from now on.
 */
export const holdOnto = async (
  desk: Desk,
  visitor: string,
  conversations: readonly string[],
): Promise<void> => {
  const { erasures } = desk.store
  const [hold] = await erasures.heldOf([addressOf('visitor', visitor)])
  if (!hold) return
  const objects = conversations.map((id) => addressOf('conversation', id))
  const known = new Set((await erasures.heldOf(objects)).map(({ object }) => object))
  const { reason, by, byName } = hold
  for (const object of objects) {
    if (known.has(object)) continue
    const told = auditRow(desk, { id: by, name: byName }, 'held', object, { reason })
    await erasures.hold({ ...hold, object }, told)
  }
}
