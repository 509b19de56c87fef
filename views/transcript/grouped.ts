import type { Entry } from '../../actors/entry'

const MINUTE_MS = 60_000
const minuteOf = ({ at }: Entry): number => Math.floor(at / MINUTE_MS)

/**
 * Whether the line under an entry says for both when and by whom: it is by the same hand, in the same
 * minute. What was only under way goes when the desk tells how it went.
 */
export const isGrouped = (entry: Entry, next: Entry | undefined): boolean => {
  if (next === undefined || entry.body.kind !== next.body.kind) return false
  if (entry.body.kind === 'notice') return entry.body.notice.code === 'transferring'
  // That it is another than it was stands in that line too.
  if (entry.edited !== null) return false
  const isOneHand = entry.by === next.by && entry.author === next.author
  return isOneHand && minuteOf(entry) === minuteOf(next)
}
