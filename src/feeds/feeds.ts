import type { Visitor } from '../../actors/people'
import { ConnectionLimits } from '../live/connection-limits'
import { Feed } from '../live/feed'
import type { Pipe } from '../live/pipe'
import { Presence } from '../live/presence'
import type { OpenReads } from '../reads/open'
import { Poll } from '../reads/poll'
import type { ConversationSeen } from './conversation'
import { openFeedDesk } from './desk'
import { OpenWorkbenches } from './open-workbenches'
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
  const { onDuty, departments, lines, agentPresence, agentLists, queueHeads, closedLists } = desk
  const workbenches = new OpenWorkbenches(desk.clock)
  const poll = new Poll(desk, [
    ...[onDuty, departments, lines, agentPresence, agentLists, queueHeads, closedLists],
    workbenches,
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

/** Follows a visitor's page, over a pipe that is not open yet. */
const visitorsOn =
  ({ desk, visitorPages, connections }: Node) =>
  (person: Visitor, seen: ConversationSeen, pipe: Pipe, { address, isAsked = true }: Caller) => {
    const source = new VisitorSource(person, seen, desk)
    new Feed(source, pipe, desk, (feed) => {
      const leave = connections.enter(person.id, address, feed)
      const disconnect = isAsked ? visitorPages.connect(person.id, pipe) : () => {}
      return () => {
        leave()
        disconnect()
      }
    })
  }

/** Follows an agent's page, over a pipe that is not open yet. They are present while it answers. */
const workbenchesOn =
  ({ desk, workbenches, presence, connections }: Node) =>
  (session: Session, seen: WorkbenchSeen, pipe: Pipe, { address, ...how }: Caller) => {
    const source = new WorkbenchSource(session, seen, desk)
    new Feed(source, pipe, desk, (feed) => {
      const here = presence.connect(source.agent, how)
      const leave = connections.enter(source.agent, address, feed)
      const workbench = workbenches.join(source, feed)
      pipe.onSpoke = () => {
        here.spoke()
        workbench.spoke()
      }
      return () => {
        workbench.closed()
        leave()
        here.closed()
      }
    })
  }
