import { LRUCache } from 'lru-cache'
import type { LiveDesk } from '../live/feed'
import type { Frame } from '../live/pipe'
import { Scheduler } from '../live/scheduler'
import type { OpenReads } from '../reads/open'
import { RowFrames } from './inbox/row-frames'

/** Characters of HTML around transcripts that are kept. */
const SHARED_CHARS = 256 * 1024

/** What the feeds of one node share. */
export type FeedDesk = OpenReads &
  LiveDesk & {
    rowFrames: RowFrames
    /** Frames around a transcript that many get alike. */
    sharedFrames: LRUCache<string, Frame>
  }

/** `waited` hears how long pages waited that something rang for, ms. */
export const openFeedDesk = (reads: OpenReads, waited?: (ms: number) => void): FeedDesk => {
  let made = 0
  return {
    ...reads,
    scheduler: new Scheduler(reads.clock, waited),
    nth: () => made++,
    rowFrames: new RowFrames(),
    sharedFrames: new LRUCache({ maxSize: SHARED_CHARS }),
  }
}
