import { paths } from './paths'
import type { List } from './workbench/inbox/lists'

/**
 * The visitor's feed, read by `static/stream.js`, in the background too. The page says where it is with
 * every third heartbeat, and whenever that changes. `principal` is whom the page speaks for: the
 * visitor of this conversation.
 */
export const VisitorLive = ({
  after,
  epoch,
  principal,
}: {
  after: number
  epoch?: string | undefined
  principal: string
}) => (
  <div
    id="live"
    hx-sse:connect={paths.chat.feed(after, epoch)}
    data-in-background=""
    data-after={after}
    data-presence={paths.chat.presence}
    data-trail={paths.chat.trail}
    data-answers={3}
    data-leaves=""
    data-principal={principal}
  />
)

/** The stream of the form before a chat; `principal` tells the visitors of one browser apart. */
export const StartLive = ({ principal }: { principal: string }) => (
  <div
    id="live"
    hx-sse:connect={paths.chat.outlook}
    data-presence={paths.chat.presence}
    data-trail={paths.chat.trail}
    data-answers={3}
    data-leaves=""
    data-principal={principal}
  />
)

/** The stream of a page that shows one thing to an agent; the page answers each heartbeat. */
export const StreamLive = ({ connect, principal }: { connect: string; principal: string }) => (
  <div
    id="live"
    hx-sse:connect={connect}
    data-presence={paths.workbench.presence}
    data-answers={1}
    data-principal={principal}
  />
)

/**
 * The agent's socket; without an open conversation it carries the lists alone, and where `why` names
 * one nothing but why that is with whom it is. The page answers each heartbeat.
 */
export const DeskLive = ({
  conversation,
  after,
  list,
  why,
  epoch,
  principal,
}: {
  conversation: string | null
  after: number
  list: List
  why?: string
  epoch?: string | undefined
  /** The agent's id: whom the page speaks for. */
  principal: string
}) => (
  <div
    id="live"
    hx-ws:connect={paths.workbench.socket(conversation, after, list, why, epoch)}
    hx-swap="none"
    hx-config="ws.pauseOnBackground:false"
    data-after={after}
    data-principal={principal}
    data-feed={paths.workbench.feed(conversation, after, list, why, epoch)}
    data-presence={paths.workbench.presence}
    data-answers={1}
  />
)
