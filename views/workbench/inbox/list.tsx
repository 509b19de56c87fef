import type { AgentStatus } from '../../../actors/summary'
import { Empty } from '../../parts/empty'
import { paths } from '../../paths'
import { wordsIn } from '../../words'
import type { Language } from '../../words/language'
import { namesakes } from '../name'
import { LineChoice } from './line-choice'
import type { LineLength, More, Offer, Row, View, ViewerContext } from './lists'
import { MoreRows } from './more'
import { OfferCard } from './offer'
import { InboxRow } from './row'

export type InboxListProps = ViewerContext & {
  /** Figures on the tabs; null shows none. */
  counts: Record<View, number | null>
  offers: readonly Offer[]
  rows: readonly Row[]
  /** The head of the line, under one's own; none in the other lists. */
  line: readonly Row[]
  /** The line of each department, where one is chosen of several. */
  lines: readonly LineLength[]
  /** The ways to what these do not show. */
  more: readonly More[]
  status: AgentStatus
}

const views: readonly View[] = ['mine', 'line', 'closed']

/**
 * Tabs, offers and rows. Swapped whole as `#inbox` at first; after that each part by its own id and
 * each row by its own, so every part is there also while it has nothing to show.
 */
export const InboxList = (props: InboxListProps) => {
  const words = wordsIn(props.language).workbench
  const { offers, rows, line, lines, more } = props
  const alike = namesakes(props)
  return (
    <div id="inbox" class="inbox">
      <Tabs {...props} />
      <div class="inbox-scroll">
        <Offers {...props} alike={alike} />
        <LineChoice {...props} lines={lines} />
        <Rows {...props} id="rows" rows={rows} alike={alike} />
        <Nothing {...props} isNothing={rows.length + offers.length === 0} view={props.list.view} />
        <section aria-label={words.inLine}>
          <h2 class="list-title">{words.inLine}</h2>
          <Rows {...props} id="line" rows={line} alike={alike} />
        </section>
        <MoreRows {...props} more={more} />
      </div>
    </div>
  )
}

const Tabs = ({ list: { view }, counts, language }: InboxListProps) => {
  const words = wordsIn(language).workbench
  return (
    <nav class="tabs" aria-label={words.lists}>
      {views.map((each) => (
        <a
          href={paths.workbench.list({ view: each })}
          aria-current={each === view ? 'page' : undefined}
        >
          {words[each]}
          {counts[each] !== null && <TabCount view={each} count={counts[each]} />}
        </a>
      ))}
    </nav>
  )
}

/** How many a list holds. Swapped live as `#count-<view>`. */
export const TabCount = ({ view, count }: { view: View; count: number }) => (
  <span id={`count-${view}`} class="tab-count">
    {count}
  </span>
)

type Marked = ViewerContext & { alike: ReadonlySet<string> }

/** What rings at the reader. Swapped live as `#offers`. */
export const Offers = ({ offers, ...viewer }: Marked & { offers: readonly Offer[] }) => {
  const words = wordsIn(viewer.language).workbench
  return (
    <section id="offers" aria-label={words.offers}>
      <h2 class="list-title">{words.offers}</h2>
      <ul class="offers">
        {offers.map((offer) => (
          <OfferCard {...viewer} {...offer} />
        ))}
      </ul>
    </section>
  )
}

const Rows = (props: Marked & { id: 'rows' | 'line'; rows: readonly Row[] }) => {
  const { id, rows, alike, language, now, zone, me, departments, selected, list } = props
  const viewer = { language, now, zone, me, departments, selected, list }
  return (
    <ul id={id} class="rows">
      {rows.map((row) => (
        <InboxRow {...viewer} row={row} alike={alike} />
      ))}
    </ul>
  )
}

type Nothing = { isNothing: boolean; view: View; status: AgentStatus; language: Language }

/** What stands in place of rows. Swapped live as `#nothing`. */
export const Nothing = ({ isNothing, ...props }: Nothing) => (
  <div id="nothing">{isNothing && <EmptyList {...props} />}</div>
)

const EmptyList = ({ view, status, language }: Omit<Nothing, 'isNothing'>) => {
  const words = wordsIn(language).workbench
  if (view === 'line')
    return <Empty icon="coffee" title={words.emptyLine} hint={words.emptyLineHint} />
  if (view === 'closed')
    return <Empty icon="inbox" title={words.emptyClosed} hint={words.emptyClosedHint} />
  const hint = status === 'ready' ? words.emptyMineReady : words.emptyMineOff
  return <Empty icon="conciergeBell" title={words.emptyMine} hint={hint} />
}
