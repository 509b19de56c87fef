import type { AgentStatus } from '../../../actors/summary'
import { Empty } from '../../parts/empty'
import { paths } from '../../paths'
import { wordsIn } from '../../words'
import { namesakes } from '../name'
import type { Offer, Row, View, ViewerContext } from './lists'
import { OfferCard } from './offer'
import { InboxRow } from './row'

export type InboxListProps = ViewerContext & {
  /** Figures on the tabs; null shows none. */
  counts: Record<View, number | null>
  offers: readonly Offer[]
  rows: readonly Row[]
  /** The head of the line, under one's own; none in the other lists. */
  line: readonly Row[]
  /** Where the next page of closed ones is; null when there is none. */
  older: string | null
  status: AgentStatus
}

const views: readonly View[] = ['mine', 'line', 'closed']

/** Tabs, offers and rows. Swapped live as `#inbox`. */
export const InboxList = (props: InboxListProps) => {
  const words = wordsIn(props.language).workbench
  const { offers, rows, line, older } = props
  const alike = namesakes(props)
  return (
    <div id="inbox" class="inbox">
      <Tabs {...props} />
      <div class="inbox-scroll">
        {offers.length > 0 && (
          <section aria-label={words.offers}>
            <h2 class="list-title">{words.offers}</h2>
            <ul class="offers">
              {offers.map((offer) => (
                <OfferCard {...props} {...offer} alike={alike} />
              ))}
            </ul>
          </section>
        )}
        <Rows {...props} rows={rows} alike={alike} />
        {rows.length + offers.length === 0 && <Nothing {...props} />}
        {line.length > 0 && (
          <section aria-label={words.inLine}>
            <h2 class="list-title">{words.inLine}</h2>
            <Rows {...props} rows={line} alike={alike} />
          </section>
        )}
        {older !== null && (
          <p class="older">
            <a href={older}>{words.older}</a>
          </p>
        )}
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
          {counts[each] !== null && <span class="tab-count">{counts[each]}</span>}
        </a>
      ))}
    </nav>
  )
}

const Rows = (props: ViewerContext & { rows: readonly Row[]; alike: ReadonlySet<string> }) => {
  const { rows, alike, language, now, zone, me, departments, selected, list } = props
  const eyes = { language, now, zone, me, departments, selected, list }
  return (
    rows.length > 0 && (
      <ul class="rows">
        {rows.map((row) => (
          <InboxRow {...eyes} row={row} alike={alike} />
        ))}
      </ul>
    )
  )
}

const Nothing = ({ list: { view }, status, language }: InboxListProps) => {
  const words = wordsIn(language).workbench
  if (view === 'line')
    return <Empty icon="coffee" title={words.emptyLine} hint={words.emptyLineHint} />
  if (view === 'closed')
    return <Empty icon="inbox" title={words.emptyClosed} hint={words.emptyClosedHint} />
  const hint = status === 'ready' ? words.emptyMineReady : words.emptyMineOff
  return <Empty icon="conciergeBell" title={words.emptyMine} hint={hint} />
}
