import type { AgentStatus } from '../../../actors/summary'
import { wordsIn } from '../../words'
import { namesakes } from '../name'
import { FoundCount } from './found'
import { LineChoice } from './line-choice'
import type { LineLength, More, Offer, Row, ViewerContext } from './lists'
import { MoreRows } from './more'
import { Nothing } from './nothing'
import { OfferCard } from './offer'
import { InboxRow } from './row'
import { type Counts, Tabs } from './tabs'

export type InboxListProps = ViewerContext & {
  counts: Counts
  offers: readonly Offer[]
  rows: readonly Row[]
  /** The head of the line, under one's own; none in the other lists. */
  line: readonly Row[]
  /** The line of each department, where one is chosen of several. */
  lines: readonly LineLength[]
  /** How many were found, where the list is looked for. */
  found?: number | null
  /** The ways to what these do not show. */
  more: readonly More[]
  status: AgentStatus
}

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
        <FoundCount language={props.language} found={props.found ?? null} />
        <Rows {...props} id="rows" rows={rows} alike={alike} />
        <Nothing {...props} isNothing={rows.length + offers.length === 0} />
        <section aria-label={words.inLine}>
          <h2 class="list-title">{words.inLine}</h2>
          <Rows {...props} id="line" rows={line} alike={alike} />
        </section>
        <MoreRows {...props} more={more} />
      </div>
    </div>
  )
}

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
  const { selects, mentions } = props
  const viewer = {
    language,
    now,
    zone,
    me,
    departments,
    selected,
    list,
    ...(selects ? { selects } : {}),
    ...(mentions ? { mentions } : {}),
  }
  return (
    <ul id={id} class="rows">
      {rows.map((row) => (
        <InboxRow {...viewer} row={row} alike={alike} />
      ))}
    </ul>
  )
}
