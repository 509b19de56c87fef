import { type Address, addressOf } from '../../actors/address'
import type { Visitor } from '../../actors/people'
import type { Bus } from '../bus/bus'
import type { Clock } from '../clock'
import { ConnectionLimits } from '../live/connection-limits'
import { Feed } from '../live/feed'
import type { Pipe } from '../live/pipe'
import { Presence } from '../live/presence'
import { Scheduler } from '../live/scheduler'
import { throttleWarnings } from '../live/throttle-warnings'
import type { Log } from '../log'
import { AgentPresence } from '../reads/agent-presence'
import { ConversationViews } from '../reads/conversation-views'
import { Departments } from '../reads/departments'
import { Entries } from '../reads/entries'
import { Lines } from '../reads/line'
import { LruCache } from '../reads/lru-cache'
import { OnDuty } from '../reads/on-duty'
import { Poll } from '../reads/poll'
import { TranscriptPages } from '../reads/transcript-pages'
import type { Store } from '../store/store'
import type { ConversationSeen } from './conversation'
import type { FeedDesk } from './desk'
import { VisitorSource } from './visitor'
import { type Session, type WorkbenchSeen, WorkbenchSource } from './workbench'

/** How often a live page's session is looked at, ms. */
const SESSION_CHECK_MS = 5_000
/** A page that says that it lives and then falls silent for so long is gone, ms. */
const SILENT_MS = 60_000

const caps = { person: 20, address: 400 }

/** Who connects, and from where. */
export type Caller = { address: string }

/** The live connections of one node. */
export const openFeeds = (
  parts: {
    store: Store
    bus: Bus
    clock: Clock
    log: Log
    system: { isParked(address: Address): boolean }
  },
  reach: { appeared(agent: string): void; vanished(agent: string): void },
) => {
  let made = 0
  const entries = new Entries()
  const onDuty = new OnDuty(parts)
  const desk: FeedDesk = {
    store: parts.store,
    bus: parts.bus,
    clock: parts.clock,
    log: throttleWarnings(parts.log, parts.clock),
    scheduler: new Scheduler(parts.clock),
    conversations: new ConversationViews(parts, parts.bus),
    onDuty: onDuty,
    lines: new Lines({ ...parts, onDuty }),
    agentPresence: new AgentPresence(parts.store, parts.bus),
    entries,
    transcriptPages: new TranscriptPages(parts.store, entries),
    departments: new Departments({ ...parts, onDuty }),
    sharedFrames: new LruCache(256 * 1024),
    isParked: (conversation) => parts.system.isParked(addressOf('conversation', conversation)),
    nth: () => made++,
  }
  const benches = new Map<WorkbenchSource, { feed: Feed; beatAt: number }>()
  const all = {
    invalidate() {
      for (const bench of benches.keys()) bench.invalidate()
    },
  }
  const poll = new Poll(desk, [onDuty, desk.departments, desk.lines, desk.agentPresence, all])
  const presence = new Presence(parts.clock, reach)
  const counted = new ConnectionLimits(caps)

  const stopVigil = parts.clock.every(SESSION_CHECK_MS, () => {
    const now = parts.clock.now()
    for (const [bench, { feed, beatAt }] of benches) {
      bench.doubtSession()
      if (beatAt > 0 && now - beatAt > SILENT_MS) feed.end('slow')
    }
  })

  return {
    desk,
    presence,
    /** Whether one more connection from this address is let in. */
    admits: ({ address }: Caller) => counted.admits(address),
    /** A visitor's page, over a pipe that is not open yet. */
    visitor(person: Visitor, seen: ConversationSeen, pipe: Pipe, { address }: Caller) {
      const source = new VisitorSource(person, seen, desk)
      new Feed(source, pipe, desk, (feed) => counted.enter(person.id, address, feed))
    },
    /** An agent's page, over a pipe that is not open yet. He is present while it is open. */
    bench(session: Session, seen: WorkbenchSeen, pipe: Pipe, { address }: Caller) {
      const bench = new WorkbenchSource(session, seen, desk)
      new Feed(bench, pipe, desk, (feed) => {
        const absent = presence.connect(bench.agent)
        const leave = counted.enter(bench.agent, address, feed)
        benches.set(bench, { feed, beatAt: 0 })
        return () => {
          benches.delete(bench)
          leave()
          absent()
        }
      })
    },
    /** A page without a socket says that it lives. */
    beat(agent: string) {
      presence.request(agent)
      for (const [bench, seen] of benches)
        if (bench.agent === agent) seen.beatAt = parts.clock.now()
    },
    /** Sends every page away, to come back a little later, each at its own time. */
    drain() {
      presence.close()
      for (const feed of [...desk.scheduler.feeds()]) feed.end('drain')
    },
    close() {
      stopVigil()
      poll.close()
      desk.conversations.close()
      desk.departments.close()
      onDuty.close()
      presence.close()
      desk.scheduler.close()
    },
  }
}
export type Feeds = ReturnType<typeof openFeeds>
