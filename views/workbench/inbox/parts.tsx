import type { AgentStatus } from '../../../actors/summary'
import type { Part } from '../../part'
import { FoundCount } from './found'
import { LineChoice } from './line-choice'
import { Offers } from './list'
import type { LineLength, More, Offer, View, ViewerContext } from './lists'
import { MoreRows } from './more'
import { Nothing } from './nothing'
import { type Counts, TabCount } from './tabs'

/** What stands around the rows. */
export type InboxParts = ViewerContext & {
  counts: Counts
  /** How many were found, where the list is looked for. */
  found: number | null
  offers: readonly Offer[]
  lines: readonly LineLength[]
  more: readonly More[]
  status: AgentStatus
  /** Neither a row nor an offer is there. */
  isNothing: boolean
  alike: ReadonlySet<string>
}

const offers: Part<InboxParts> = {
  id: 'offers',
  draw: (props) => <Offers {...props} />,
  key: ({ offers, alike, departments }) =>
    offers.length > 0 ? JSON.stringify([offers, [...alike], departments]) : '',
}

const countOf = (view: View): Part<InboxParts> => ({
  id: `count-${view}`,
  draw: ({ counts, mentions }) => (
    <TabCount view={view} count={counts[view] ?? 0} mentions={mentions} />
  ),
  key: ({ counts, mentions }) =>
    `${counts[view]} ${view === 'mentions' ? [...(mentions ?? [])][0] : ''}`,
})

const nothing: Part<InboxParts> = {
  id: 'nothing',
  draw: (props) => <Nothing {...props} />,
  key: ({ isNothing, status }) => (isNothing ? status : ''),
}

const found: Part<InboxParts> = {
  id: 'found',
  draw: (props) => <FoundCount {...props} />,
  key: ({ found }) => `${found}`,
}

const lines: Part<InboxParts> = {
  id: 'lines',
  draw: (props) => <LineChoice {...props} />,
  key: ({ lines, departments }) => JSON.stringify([lines, departments]),
}

const more: Part<InboxParts> = {
  id: 'more',
  draw: (props) => <MoreRows {...props} />,
  key: ({ more, departments }) => JSON.stringify([more, departments]),
}

/** In the order they are sent. */
export const inboxParts = [
  ...[offers, countOf('mine'), countOf('line'), countOf('due'), countOf('mentions')],
  countOf('team'),
  ...[countOf('snoozed'), countOf('closed'), countOf('all')],
  ...[nothing, lines, found, more],
]
