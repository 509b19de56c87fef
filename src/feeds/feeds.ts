import { LRUCache } from 'lru-cache'
import { type Address, addressOf } from '../../actors/address'
import type { Visitor } from '../../actors/people'
import type { Bus } from '../bus/bus'
import type { Clock } from '../clock'
import { ConnectionLimits } from '../live/connection-limits'
import { Feed, type LiveDesk } from '../live/feed'
import type { Pipe } from '../live/pipe'
import { Presence } from '../live/presence'
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
import { Poll } from '../reads/poll'
import { Lines } from '../reads/queue'
import { QueueHeads } from '../reads/queue-heads'
import type { Reads } from '../reads/reads'
import { TranscriptPages } from '../reads/transcript-pages'
import type { Store } from '../store/store'
import type { ConversationSeen } from './conversation'
import type { FeedDesk } from './desk'
import { RowFrames } from './inbox/row-frames'
import { VisitorSource } from './visitor'
import { type Session, type WorkbenchSeen, WorkbenchSource } from './workbench'

/** How often live pages' sessions are looked at: a fifth of them each second, in one query. */
const SESSION_CHECK_MS = 1_000
const SESSION_SLOTS = 5
/** A page that says that it lives and then falls silent for so long is gone, ms. */
const SILENT_MS = 60_000

/** Characters of HTML around transcripts that are kept. */
const SHARED_CHARS = 256 * 1024

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
  const reads: Reads & LiveDesk = {
    store: parts.store,
    bus: parts.bus,
    clock: parts.clock,
    log: throttleWarnings(parts.log, parts.clock),
    scheduler: new Scheduler(parts.clock),
    conversations: new ConversationViews(parts, parts.bus),
    onDuty,
    lines: new Lines({ ...parts, onDuty }),
    agentPresence: new AgentPresence(parts.store, parts.bus),
    entries,
    transcriptPages: new TranscriptPages(parts.store, entries),
    departments: new Departments({ ...parts, onDuty }),
    isParked: (conversation) => parts.system.isParked(addressOf('conversation', conversation)),
    nth: () => made++,
  }
  const lists = {
    agentLists: new AgentLists(reads),
    queueHeads: new QueueHeads(reads),
    closedLists: new ClosedLists(reads),
  }
  const desk: FeedDesk = {
    ...reads,
    ...lists,
    rowFrames: new RowFrames(),
    sharedFrames: new LRUCache({ maxSize: SHARED_CHARS }),
  }
  const benches = new Map<WorkbenchSource, { feed: Feed; beatAt: number; slot: number }>()
  let slot = 0
  const all = {
    invalidate() {
      for (const bench of benches.keys()) bench.invalidate()
    },
  }
  const { departments, lines, agentPresence } = desk
  const shared = Object.values(lists)
  const poll = new Poll(desk, [onDuty, departments, lines, agentPresence, ...shared, all])
  const presence = new Presence(parts.clock, reach)
  const counted = new ConnectionLimits(caps)

  const stopVigil = parts.clock.every(SESSION_CHECK_MS, () => {
    const now = parts.clock.now()
    slot = (slot + 1) % SESSION_SLOTS
    for (const [bench, { feed, beatAt, slot: own }] of benches) {
      if (own === slot) void bench.verifySession()
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
        benches.set(bench, { feed, beatAt: 0, slot: made % SESSION_SLOTS })
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
      for (const each of shared) each.close()
      onDuty.close()
      presence.close()
      desk.scheduler.close()
    },
  }
}
export type Feeds = ReturnType<typeof openFeeds>
