import { contextOf } from '../conversations/access'
import type { Desk } from '../desk'

/** Visitors who are one with one another, one after the other, are followed so far. */
const MOST_MERGES = 10

/** Who a visitor is now: whom they are one with, where they are. */
export const whoIsNow = async (desk: Desk, visitor: string): Promise<string> => {
  let now = visitor
  for (let nth = 0; nth < MOST_MERGES; nth += 1) {
    const { mergedInto = null } = await contextOf(desk, 'visitor', now)
    if (mergedInto === null) return now
    now = mergedInto
  }
  return now
}
