import type { ConversationRow } from '../../../actors/summary'
import { cachedContext, cachedRow, contextOf, rowOf } from '../conversations/access'
import type { Desk } from '../desk'

/** The visitor's open conversation, or their last one; undefined before the first. */
export const current = async (
  desk: Desk,
  visitor: string,
): Promise<ConversationRow | undefined> => {
  const { conversation } = await contextOf(desk, 'visitor', visitor)
  return conversation ? rowOf(desk, conversation) : undefined
}

/** The same as this node has it at hand, which another node may have gone past. */
export const cachedCurrent = (desk: Desk, visitor: string): ConversationRow | undefined => {
  const conversation = cachedContext(desk, 'visitor', visitor)?.conversation
  return conversation ? cachedRow(desk, conversation) : undefined
}
