import { LRUCache } from 'lru-cache'
import { idOf } from '../../actors/address'
import type { NoticeEvent } from '../../actors/agent/notices'
import { type Entry, noticeOf } from '../../actors/entry'
import type { Fact } from '../../actors/facts'
import type { PushParts } from './send'

/** Of one conversation no more than one message in so long, ms: the first says it all. */
const QUIET_MS = 10_000
/** Conversations whose last message is remembered. */
const QUIET_COUNT = 2_000
/** What somebody is to be told; `key` is the same on all nodes that hear of it. */
export type Told = {
  event: NoticeEvent
  agent: string
  conversation: string
  key: string
  text: string
}

/** What a ring is about, for whom: null where it is nothing that anybody is told of. */
export const toldOver = ({ store, clock }: Pick<PushParts, 'store' | 'clock'>) => {
  const quiet = new LRUCache<string, number>({ max: QUIET_COUNT })

  const find = async (fact: Fact): Promise<Told | null> => {
    if (fact.what === 'mentioned') return calledBy(fact)
    const conversation = idOf(fact.topic)
    if (fact.entry) return toldBy(conversation, fact.entry)
    const row = await store.conversations.row(conversation)
    if (row?.state !== 'offered' || row.offeredTo === null) return null
    const key = `${conversation} ${row.offeredTo} ${row.offer}`
    return { event: 'offer', agent: row.offeredTo, conversation, key, text: row.preview }
  }

  /** By the entry, which only the node has that wrote it. */
  const toldBy = async (conversation: string, entry: Entry): Promise<Told | null> => {
    const notice = noticeOf(entry)
    // Ids of entries are those of their conversation: the desk's own are the same in all of them.
    const about = { conversation, key: `${conversation} ${entry.clientId}` }
    if (notice?.code === 'assigned') {
      const isOwn = notice.why.how === 'took' && notice.why.by === undefined
      return isOwn ? null : { ...about, event: 'assigned', agent: notice.agent, text: '' }
    }
    if (entry.by !== 'visitor' || entry.body.kind !== 'text' || entry.changes) return null
    if (clock.ticks() - (quiet.get(conversation) ?? Number.NEGATIVE_INFINITY) < QUIET_MS)
      return null
    const agent = (await store.conversations.row(conversation))?.agent
    if (agent) quiet.set(conversation, clock.ticks())
    return agent ? { ...about, event: 'message', agent, text: entry.text.slice(0, 200) } : null
  }

  /** By what is kept: every node hears of it, and it may have been one line of several. */
  const calledBy = async ({ topic, conversation = '' }: Fact): Promise<Told | null> => {
    const agent = idOf(topic)
    const entry = await store.mentions.lastUnseen(agent, conversation)
    if (entry === undefined) return null
    const shown = await store.transcripts.shown(conversation, entry)
    const key = `${conversation} ${entry} ${agent}`
    return { event: 'mention', agent, conversation, key, text: shown?.text.slice(0, 200) ?? '' }
  }

  return find
}
