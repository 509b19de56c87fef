import type { Visitor } from '../../actors/people'
import type { Language } from '../../views/words/language'
import { ConnectionLimits } from '../live/connection-limits'
import { Feed, type Open } from '../live/feed'
import type { Pipe } from '../live/pipe'
import { Presence } from '../live/presence'
import type { OpenReads } from '../reads/open'
import { Poll } from '../reads/poll'
import type { ConversationSeen } from './conversation'
import { openFeedDesk } from './desk'
import { OpenWorkbenches } from './open-workbenches'
import { StartSource } from './start'
import { VisitorSource } from './visitor'
import { openVisitorPages } from './visitor-pages'
import { type Session, type WorkbenchSeen, WorkbenchSource } from './workbench'

/** Connections of one person, and from one address. */
const limits = { person: 20, address: 400 }

/**
 * Who connects, and from where; `isAsked` is false for a browser that does so beforehand, `answers`
 * for a program that only reads.
 */
export type Caller = { address: string; isAsked?: boolean; answers?: boolean }

/** The live connections of one node; what they read is closed by whoever opened it. */
export const openFeeds = (
  reads: OpenReads,
  reach: { appeared(agent: string): void; vanished(agent: string, silentMs: number): void },
) => {
  const desk = openFeedDesk(reads)
  const {
    onDuty,
    departments,
    lines,
    agentPresence,
    agentLists,
    queueHeads,
    closedLists,
    foundLists,
  } = desk
  const { startPages } = desk
  const workbenches = new OpenWorkbenches(desk.clock)
  const poll = new Poll(desk, [
    ...[onDuty, departments, lines, agentPresence, agentLists, queueHeads, closedLists, foundLists],
    ...[startPages, workbenches],
  ])
  const presence = new Presence(desk.clock, reach)
  const visitorPages = openVisitorPages(desk)
  const connections = new ConnectionLimits(limits)
  const node = { desk, workbenches, presence, visitorPages, connections }

  return {
    presence,
    visitorPages: visitorPages.pages,
    /** Whether one more connection from this address is let in. */
    admits: ({ address }: Caller) => connections.admits(address),
    start: startsOn(node),
    visitor: visitorsOn(node),
    workbench: workbenchesOn(node),
    /** A page without a socket answers a heartbeat. */
    heartbeat(agent: string) {
      presence.request(agent)
      workbenches.heartbeat(agent)
    },
    /** Sends every page away, to come back a little later, each at its own time. */
    drain() {
      presence.close()
      visitorPages.close()
      for (const feed of [...desk.scheduler.feeds()]) feed.end('drain')
    },
    close() {
      workbenches.close()
      poll.close()
      presence.close()
      visitorPages.close()
      desk.scheduler.close()
    },
  }
}
export type Feeds = ReturnType<typeof openFeeds>

/** What the connections of a node share. */
type Node = {
  desk: ReturnType<typeof openFeedDesk>
  workbenches: OpenWorkbenches
  presence: Presence
  visitorPages: ReturnType<typeof openVisitorPages>
  connections: ConnectionLimits
}

/**
 * A connection of a visitor as long as it is open. `page` is null where nobody has to know of their
 * page: before a chat, and for what a browser opened beforehand.
 */
class VisitorConnection implements Open {
  private readonly connections: ConnectionLimits
  private readonly who: { person: string; address: string; feed: Feed }
  private readonly page: Open | null

  constructor(connections: ConnectionLimits, who: VisitorConnection['who'], page: Open | null) {
    this.connections = connections
    this.who = who
    this.page = page
    connections.enter(who.person, who.address, who.feed)
  }

  closed(): void {
    const { person, address, feed } = this.who
    this.connections.leave(person, address, feed)
    this.page?.closed()
  }
}

/** Follows the form before a chat, for whoever has it before them, over a pipe that is not open yet. */
const startsOn =
  ({ desk, connections }: Node) =>
  (reader: { id: string; language: Language }, pipe: Pipe, { address }: Caller) => {
    const source = new StartSource(reader.language, desk)
    new Feed(
      source,
      pipe,
      desk,
      (feed) => new VisitorConnection(connections, { person: reader.id, address, feed }, null),
    )
  }

/** Follows a visitor's page, over a pipe that is not open yet. */
const visitorsOn =
  ({ desk, visitorPages, connections }: Node) =>
  (person: Visitor, seen: ConversationSeen, pipe: Pipe, { address, isAsked = true }: Caller) => {
    const source = new VisitorSource(person, seen, desk)
    new Feed(source, pipe, desk, (feed) => {
      const page = isAsked ? visitorPages.connect(person.id, pipe) : null
      return new VisitorConnection(connections, { person: person.id, address, feed }, page)
    })
  }

/** Follows an agent's page, over a pipe that is not open yet. They are present while it answers. */
const workbenchesOn =
  ({ desk, workbenches, presence, connections }: Node) =>
  (session: Session, seen: WorkbenchSeen, pipe: Pipe, { address, ...how }: Caller) => {
    const source = new WorkbenchSource(session, seen, desk)
    new Feed(source, pipe, desk, (feed) => {
      const here = presence.connect(source.agent, how)
      connections.enter(source.agent, address, feed)
      const workbench = workbenches.join(source, feed)
      pipe.onSpoke = () => {
        here.spoke()
        workbench.spoke()
      }
      const closed = () => {
        workbench.closed()
        connections.leave(source.agent, address, feed)
        here.closed()
      }
      return { closed }
    })
  }
