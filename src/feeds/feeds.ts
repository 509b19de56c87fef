import { type Address, addressOf } from '../../actors/address'
import type { Visitor } from '../../actors/people'
import type { Bus } from '../bus/bus'
import type { Clock } from '../clock'
import type { Log } from '../log'
import type { Store } from '../store/store'
import { type BenchSeen, BenchSource, type Session } from './bench'
import type { ConversationSeen } from './conversation'
import type { FeedDesk } from './desk'
import { Feed } from './feed'
import { calm } from './node/calm'
import { Caps } from './node/caps'
import { Kept } from './node/kept'
import { Poll } from './node/poll'
import { Rota } from './node/rota'
import type { Pipe } from './pipe'
import { Presence } from './presence'
import { Attendance } from './reads/attendance'
import { Departments } from './reads/departments'
import { Entries } from './reads/entries'
import { Holders } from './reads/holders'
import { Lines } from './reads/line'
import { Pages } from './reads/pages'
import { Watch } from './reads/watched'
import { VisitorSource } from './visitor'

/** How often a live page's session is looked at, ms. */
const VIGIL = 5_000
/** A page that says that it lives and then falls silent for so long is gone, ms. */
const SILENT = 60_000

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
  const attendance = new Attendance(parts)
  const desk: FeedDesk = {
    store: parts.store,
    bus: parts.bus,
    clock: parts.clock,
    log: calm(parts.log, parts.clock),
    rota: new Rota(parts.clock),
    watch: new Watch(parts.store, parts.bus),
    attendance,
    lines: new Lines({ ...parts, attendance }),
    holders: new Holders(parts.store, parts.bus),
    entries,
    pages: new Pages(parts.store, entries),
    departments: new Departments({ ...parts, attendance }),
    alike: new Kept(256 * 1024),
    isParked: (conversation) => parts.system.isParked(addressOf('conversation', conversation)),
    nth: () => made++,
  }
  const benches = new Map<BenchSource, { feed: Feed; beatAt: number }>()
  const all = {
    doubt() {
      for (const bench of benches.keys()) bench.doubt()
    },
  }
  const poll = new Poll(desk, [attendance, desk.departments, desk.lines, desk.holders, all])
  const presence = new Presence(parts.clock, reach)
  const counted = new Caps(caps)

  const vigil = setInterval(() => {
    const now = parts.clock.now()
    for (const [bench, { feed, beatAt }] of benches) {
      bench.doubtSession()
      if (beatAt > 0 && now - beatAt > SILENT) feed.end('slow')
    }
  }, VIGIL)
  vigil.unref?.()

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
    bench(session: Session, seen: BenchSeen, pipe: Pipe, { address }: Caller) {
      const bench = new BenchSource(session, seen, desk)
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
      for (const feed of [...desk.rota.feeds()]) feed.end('drain')
    },
    close() {
      clearInterval(vigil)
      poll.close()
      desk.watch.close()
      desk.departments.close()
      attendance.close()
      presence.close()
      desk.rota.close()
    },
  }
}
export type Feeds = ReturnType<typeof openFeeds>
