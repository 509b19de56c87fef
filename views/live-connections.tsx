import { paths } from './paths'
import type { List } from './workbench/inbox/lists'

/** The visitor's feed. `every 5s` because hx-sse never retries a first connect that failed. */
export const VisitorLive = ({ after }: { after: number }) => (
  <div
    id="live"
    hx-sse:connect={paths.chat.feed(after)}
    hx-sse:close="end"
    hx-trigger="load, every 5s"
    hx-swap="none"
    hx-config="sse.pauseOnBackground:false"
    data-after={after}
  />
)

/**
 * The agent's socket; without an open conversation it carries the lists alone, and where `why` names
 * one nothing but why that is with whom it is.
 */
export const DeskLive = ({
  conversation,
  after,
  list,
  why,
}: {
  conversation: string | null
  after: number
  list: List
  why?: string
}) => (
  <div
    id="live"
    hx-ws:connect={paths.workbench.socket(conversation, after, list, why)}
    hx-swap="none"
    hx-config="ws.pauseOnBackground:false"
    data-after={after}
    data-feed={paths.workbench.feed(conversation, after, list, why)}
  />
)
