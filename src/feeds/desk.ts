import type { LRUCache } from 'lru-cache'
import type { LiveDesk } from '../live/feed'
import type { Frame } from '../live/pipe'
import type { AgentLists } from '../reads/agent-lists'
import type { ClosedLists } from '../reads/closed-lists'
import type { QueueHeads } from '../reads/queue-heads'
import type { Reads } from '../reads/reads'
import type { RowFrames } from './inbox/row-frames'

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
