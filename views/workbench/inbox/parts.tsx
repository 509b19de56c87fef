import type { AgentStatus } from '../../../actors/summary'
import type { Part } from '../../part'
import { Nothing, Offers, Older, TabCount } from './list'
import type { Offer, View, ViewerContext } from './lists'

/** What stands around the rows. */
export type InboxParts = ViewerContext & {
  counts: Readonly<Record<View, number | null>>
  offers: readonly Offer[]
  older: string | null
  status: AgentStatus
  /** Neither a row nor an offer is there. */
  isNothing: boolean
  alike: ReadonlySet<string>
}

const offers: Part<InboxParts> = {
  id: 'offers',
  draw: (props) => <Offers {...props} />,
  key: ({ offers, alike }) => (offers.length > 0 ? JSON.stringify([offers, [...alike]]) : ''),
}

const countOf = (view: View): Part<InboxParts> => ({
  id: `count-${view}`,
  draw: ({ counts }) => <TabCount view={view} count={counts[view] ?? 0} />,
  key: ({ counts }) => `${counts[view]}`,
})

const nothing: Part<InboxParts> = {
  id: 'nothing',
  draw: ({ list: { view }, ...props }) => <Nothing {...props} view={view} />,
  key: ({ isNothing, status }) => (isNothing ? status : ''),
}

const older: Part<InboxParts> = {
  id: 'older',
  draw: (props) => <Older {...props} />,
  key: (props) => props.older ?? '',
}

/** In the order they are sent. */
export const inboxParts = [offers, countOf('mine'), countOf('line'), nothing, older]
