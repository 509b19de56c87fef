import type { Origin } from '../../../actors/conversation/change-events'
import type { EntryRef } from '../../../actors/conversation/rights'
import { contextOf } from '../conversations/access'
import type { Desk } from '../desk'

/** What went on in one another, one after the other, is followed so far. */
const MOST_MERGES = 10

/** Where an entry came from that stands in this conversation since a merge, and so on; mostly nowhere. */
export const originsOf = async (desk: Desk, id: string, ref: EntryRef): Promise<Origin[]> => {
  const origins: Origin[] = []
  let now: Origin = { conversation: id, entry: ref }
  while (origins.length < MOST_MERGES) {
    const origin = await originOf(desk, now)
    if (!origin) break
    origins.push(origin)
    now = origin
  }
  return origins
}

const originOf = async (
  desk: Desk,
  { conversation, entry }: Origin,
): Promise<Origin | undefined> => {
  const { merges = [] } = await contextOf(desk, 'conversation', conversation)
  const merge = merges.find(({ first, last }) => first <= entry.seq && entry.seq <= last)
  if (!merge) return undefined
  const seq = entry.seq - merge.first + 1
  const [there] = await desk.store.transcripts.before(merge.from, seq + 1, 1)
  if (there?.seq !== seq) return undefined
  return { conversation: merge.from, entry: { ...entry, seq, clientId: there.clientId } }
}
