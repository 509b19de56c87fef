import { rowOf } from '../conversations/access'
import type { Desk } from '../desk'
import { holdsOn, talksOfSomeone } from './person'

/** Whether a hold keeps anything of a visitor, or of who became one with them. */
export const isHeld = async (desk: Desk, visitor: string): Promise<boolean> => {
  const visitors = await desk.store.remains.visitorsOf({ emails: [], visitors: [visitor] })
  const talks = await talksOfSomeone(desk, { visitors })
  return (await holdsOn(desk, { visitors }, talks)).length > 0
}

/** Whether a hold keeps a conversation, or its visitor with all that is theirs. */
export const isTalkHeld = async (desk: Desk, conversation: string): Promise<boolean> => {
  const row = await rowOf(desk, conversation)
  return row !== undefined && (await holdsOn(desk, { visitors: [row.visitor] }, [row])).length > 0
}
