import type { Visitor } from '../../actors/people'
import type { Language } from '../../views/words/language'
import { AnsweringStreams } from '../live/answering'
import { ConnectionLimits } from '../live/connection-limits'
import { Feed, type Source } from '../live/feed'
import type { Pipe } from '../live/pipe'
import { Presence } from '../live/presence'
import type { OpenReads } from '../reads/open'
import { Poll } from '../reads/poll'
import { BoardSource } from './board'
import type { ConversationSeen } from './conversation'
import { openFeedDesk } from './desk'
import { lostRings } from './lost-rings'
import { OnlineSource } from './online'
import { OpenWorkbenches } from './open-workbenches'
import type { Session } from './signed-in'
import { type StartReader, StartSource } from './start'
import { type StateSeen, StateSource } from './state'
import { type SystemSeen, SystemSource } from './system'
import { VisitorSource } from './visitor'
import { VisitorConnection } from './visitor-connection'
import { openVisitorPages } from './visitor-pages'
import { type WorkbenchSeen, WorkbenchSource } from './workbench'

/** Connections of one person, and from one address. */
const limits = { person: 20, address: 400 }

/**
 * Who connects, and from where; `isAsked` is false for a browser that does so beforehand, `answers`
 * for a program that only reads. `tab` is what a page with a stream calls itself when it answers.
 */
export type Caller = {
  address: string
  isAsked?: boolean
  answers?: boolean
  tab?: string | undefined
  /** Of a visitor: whether the cookie they came with is theirs yet. */
  stands?: () => Promise<boolean>
}

/** The live connections of one node; what they read is closed by whoever opened it. */
export const openFeeds = (
  reads: OpenReads,
  reach: { appeared(agent: string): void; vanished(agent: string, silentMs: number): void },
  waited?: (ms: number) => void,
) => {
  const desk = openFeedDesk(reads, waited)
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
  const { startPages, siteVisitors, boards } = desk
  const workbenches = new OpenWorkbenches(desk.clock)
  const visitors = new Set<VisitorConnection>()
  const rings = lostRings(desk.clock, () => {
    for (const one of [...visitors]) void one.askAgain()
  })
  const poll = new Poll(desk, [
    ...[onDuty, departments, lines, agentPresence, agentLists, queueHeads, closedLists, foundLists],
    ...[startPages, siteVisitors, boards, workbenches, rings],
  ])
  const presence = new Presence(desk.clock, reach)
  const visitorPages = openVisitorPages(desk)
  const connections = new ConnectionLimits(limits)
  const answering = new AnsweringStreams(desk.clock)
  const unlisten = desk.bus.subscribeAll(({ topic, what }) => {
    if (what === 'whose') for (const one of [...visitors]) void one.endUnlessTheirs(topic)
  })
  const node = { desk, workbenches, presence, visitorPages, connections, answering, visitors }

  return {
    presence,
    visitorPages: visitorPages.pages,
    /** Whether one more connection from this address is let in. */
    admits: ({ address }: Caller) => connections.admits(address),
    start: startsOn(node),
    online: onlineOn(node),
    board: boardOn(node),
    system: systemOn(node),
    state: stateOn(node),
    visitor: visitorsOn(node),
    workbench: workbenchesOn(node),
    /** Ends the connections of visitors who are kept out from now on. */
    endVisitors(isOut: (who: { visitor: string; address: string }) => boolean) {
      for (const connection of [...visitors]) connection.endIf(isOut)
    },
    /** A page with a stream says that it runs. */
    spoke: (person: string, tab: string) => answering.spoke(person, tab),
    /** A page without a socket answers a heartbeat. */
    heartbeat(agent: string) {
      presence.request(agent)
      workbenches.heartbeat(agent)
    },
    /** Live connections of this node. */
    counts: () => ({ all: desk.scheduler.size, visitors: visitors.size }),
    drain: () => drainOf(node),
    close() {
      unlisten()
      workbenches.close()
      poll.close()
      answering.close()
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
  answering: AnsweringStreams
  visitors: Set<VisitorConnection>
}

/** Sends every page away, to come back a little later, each at its own time. */
const drainOf = ({ desk, presence, visitorPages }: Node) => {
  presence.close()
  visitorPages.close()
  for (const feed of [...desk.scheduler.feeds()]) feed.end('drain')
}

/** Follows the form before a chat, for whoever has it before them, over a pipe that is not open yet. */
const startsOn =
  ({ desk, ...node }: Node) =>
  (reader: StartReader & { id: string }, pipe: Pipe, { address }: Caller) => {
    const source = new StartSource(reader, desk)
    const missed = () => source.missed()
    new Feed(source, pipe, desk, (feed) => {
      const who = { person: reader.id, address, feed, missed }
      return new VisitorConnection(node, who, null)
    })
  }

/** Follows what a page shows one of the staff. It says by itself that it is there. */
const shownTo = (
  { desk, connections }: Node,
  { staff: { id } }: Session,
  source: Source,
  pipe: Pipe,
  { address }: Caller,
) => {
  new Feed(source, pipe, desk, (feed) => {
    connections.enter(id, address, feed)
    return { closed: () => connections.leave(id, address, feed) }
  })
}

/** Follows who is on the site, for an agent. */
const onlineOn =
  (node: Node) =>
  (
    session: Session,
    seen: { language: Language; until: string | undefined },
    pipe: Pipe,
    caller: Caller,
  ) =>
    shownTo(node, session, new OnlineSource(session, seen, node.desk), pipe, caller)

/** Follows who waits and who holds what. */
const boardOn =
  (node: Node) => (session: Session, language: Language, pipe: Pipe, caller: Caller) =>
    shownTo(node, session, new BoardSource(session, language, node.desk), pipe, caller)

/** Follows how the desk feels. */
const systemOn = (node: Node) => (session: Session, seen: SystemSeen, pipe: Pipe, caller: Caller) =>
  shownTo(node, session, new SystemSource(session, seen, node.desk), pipe, caller)

/** Follows where one actor is among its states. */
const stateOn = (node: Node) => (session: Session, seen: StateSeen, pipe: Pipe, caller: Caller) =>
  shownTo(node, session, new StateSource(session, seen, node.desk), pipe, caller)

/** Follows a visitor's page, over a pipe that is not open yet. */
const visitorsOn =
  ({ desk, visitorPages, answering, ...node }: Node) =>
  (person: Visitor, seen: ConversationSeen, pipe: Pipe, caller: Caller) => {
    const { address, isAsked = true, tab, stands } = caller
    const source = new VisitorSource(person, seen, desk)
    new Feed(source, pipe, desk, (feed) => {
      const page = isAsked ? visitorPages.connect(person.id, pipe) : null
      const stopped = tab === undefined ? undefined : answering.open(person.id, tab, feed)
      const who = { person: person.id, address, feed, ...(stands ? { stands } : {}) }
      return new VisitorConnection(node, who, page, stopped)
    })
  }

/** Follows an agent's page, over a pipe that is not open yet. They are present while it answers. */
const workbenchesOn =
  ({ desk, workbenches, presence, connections, answering }: Node) =>
  (session: Session, seen: WorkbenchSeen, pipe: Pipe, { address, tab, ...how }: Caller) => {
    const source = new WorkbenchSource(session, seen, desk)
    new Feed(source, pipe, desk, (feed) => {
      const here = presence.connect(source.agent, how)
      connections.enter(source.agent, address, feed)
      const workbench = workbenches.join(source, feed)
      const stopped = tab === undefined ? undefined : answering.open(source.agent, tab, feed)
      pipe.onSpoke = () => {
        here.spoke()
        workbench.spoke()
      }
      const closed = () => {
        workbench.closed()
        stopped?.()
        connections.leave(source.agent, address, feed)
        here.closed()
      }
      return { closed }
    })
  }
