import type { LiveDesk } from '../live/feed'
import type { Frame } from '../live/pipe'
import type { LruCache } from '../reads/lru-cache'
import type { Reads } from '../reads/reads'

/** What the feeds of one node share. */
export type FeedDesk = Reads &
  LiveDesk & {
    /** Frames around a transcript that many get alike. */
    sharedFrames: LruCache<Frame>
  }
