import { LRUCache } from 'lru-cache'
import { type Address, addressOf } from '../../actors/address'
import type { Bus } from '../bus/bus'
import type { Clock } from '../clock'
import type { LiveDesk } from '../live/feed'
import type { Frame } from '../live/pipe'
import { Scheduler } from '../live/scheduler'
import { throttleWarnings } from '../live/throttle-warnings'
import type { Log } from '../log'
import { AgentLists } from '../reads/agent-lists'
import { AgentPresence } from '../reads/agent-presence'
import { ClosedLists } from '../reads/closed-lists'
import { ConversationViews } from '../reads/conversation-views'
import { Departments } from '../reads/departments'
import { Entries } from '../reads/entries'
import { OnDuty } from '../reads/on-duty'
import { Lines } from '../reads/queue'
import { QueueHeads } from '../reads/queue-heads'
import type { Reads } from '../reads/reads'
import { TranscriptPages } from '../reads/transcript-pages'
import type { Store } from '../store/store'
import { RowFrames } from './inbox/row-frames'

/** Characters of HTML around transcripts that are kept. */
const SHARED_CHARS = 256 * 1024

/** What the feeds of one node share. */
export type FeedDesk = Reads &
  LiveDesk & {
    agentLists: AgentLists
    queueHeads: QueueHeads
    closedLists: ClosedLists
    rowFrames: RowFrames
    /** Frames around a transcript that many get alike. */
    sharedFrames: LRUCache<string, Frame>
  }

/** What feeds need of their node. */
export type DeskParts = {
  store: Store
  bus: Bus
  clock: Clock
  log: Log
  system: { isParked(address: Address): boolean }
}

export const openFeedDesk = (parts: DeskParts): FeedDesk => {
  const reads = openReads(parts)
  return {
    ...reads,
    agentLists: new AgentLists(reads),
    queueHeads: new QueueHeads(reads),
    closedLists: new ClosedLists(reads),
    rowFrames: new RowFrames(),
    sharedFrames: new LRUCache({ maxSize: SHARED_CHARS }),
  }
}

export const closeFeedDesk = (desk: FeedDesk): void => {
  const { conversations, departments, agentLists, queueHeads, closedLists, onDuty } = desk
  const all = [conversations, departments, agentLists, queueHeads, closedLists, onDuty]
  for (const each of [...all, desk.scheduler]) each.close()
}

const openReads = (parts: DeskParts): Reads & LiveDesk => {
  const { store, bus, clock, log, system } = parts
  let made = 0
  const entries = new Entries()
  const onDuty = new OnDuty(parts)
  return {
    ...{ store, bus, clock, log: throttleWarnings(log, clock), scheduler: new Scheduler(clock) },
    conversations: new ConversationViews(parts, bus),
    onDuty,
    lines: new Lines({ ...parts, onDuty }),
    agentPresence: new AgentPresence(store, bus),
    entries,
    transcriptPages: new TranscriptPages(store, entries),
    departments: new Departments({ ...parts, onDuty }),
    isParked: (conversation) => system.isParked(addressOf('conversation', conversation)),
    nth: () => made++,
  }
}
