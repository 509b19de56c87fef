import type { ConversationRow } from '../../../actors/summary'
import { cachedContext, cachedRow, contextOf, rowOf } from '../conversations/access'
import type { Desk } from '../desk'

/** The visitor's open conversation, or their last one; undefined before the first. */
export const current = async (
  desk: Desk,
  visitor: string,
): Promise<ConversationRow | undefined> => {
  const { conversation } = await contextOf(desk, 'visitor', visitor)
  return conversation ? goingOn(desk, await rowOf(desk, conversation)) : undefined
}

/** Conversations that went on in one another, one after the other, are followed so far. */
const MOST_MERGES = 10

/** The one it goes on in: its visitor may not have heard so yet. */
export const goingOn = async (
  desk: Desk,
  row: ConversationRow | undefined,
): Promise<ConversationRow | undefined> => {
  let now = row
  for (let nth = 0; now && now.mergedInto !== null && nth < MOST_MERGES; nth += 1) {
    const next = await rowOf(desk, now.mergedInto)
    // One that is split off is about to begin.
    if (!next) return now
    now = next
  }
  return now
}

/** The same as this node has it at hand, which another node may have gone past. */
export const cachedCurrent = (desk: Desk, visitor: string): ConversationRow | undefined => {
  const conversation = cachedContext(desk, 'visitor', visitor)?.conversation
  return conversation ? cachedRow(desk, conversation) : undefined
}
