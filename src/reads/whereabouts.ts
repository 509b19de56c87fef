import type { PageState } from '../../actors/page-state'
import type { Whereabouts } from '../../views/workbench/visitor-page'
import type { Watcher } from './shared-reads'

/** How long a node's word holds, ms; and how long nodes have for their first. */
const STALE_MS = 75_000
const ANSWER_MS = 1_500

type Told = { page: PageState; since: number; toldAt: number; toldTicks: number }

/**
 * One visitor: what each node said, and who wants to hear of it. What nobody is shown is by the clock
 * that only goes forward.
 */
export type Followed = {
  nodes: Map<string, Told>
  watchers: Set<Watcher>
  until: number
  beganAt: number
  askedAt: number
  value: Whereabouts | null
}

/** The nearest of what the nodes say; one that says nothing more knows nothing any longer. */
export const whereaboutsOf = ({ nodes, beganAt }: Followed, ticks: number): Whereabouts | null => {
  const told = [...nodes.values()]
  const current = told.filter(({ toldTicks }) => ticks - toldTicks < STALE_MS)
  for (const page of ['open', 'hidden'] as const) {
    const there = current.filter((one) => one.page === page)
    if (there.length > 0) return { page, since: Math.min(...there.map(({ since }) => since)) }
  }
  if (told.length > 0) return { page: 'gone', since: Math.max(...told.map(leftAt)) }
  return ticks - beganAt < ANSWER_MS ? null : { page: 'gone', since: null }
}

const leftAt = ({ page, since, toldAt }: Told): number => (page === 'gone' ? since : toldAt)
