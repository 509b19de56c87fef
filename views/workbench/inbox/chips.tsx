import type { Child } from 'hono/jsx'
import { Chip, Stars } from '../../parts/marks'
import { wordsIn } from '../../words'
import type { Language } from '../../words/language'
import type { AspectReader } from '../aspect'
import { aspectViews } from '../aspects'
import { SlaChip } from '../sla'
import { whereaboutsIn } from '../visitor-page'
import type { Row, ViewerContext } from './lists'

/** What sets it apart: its place, its department, who has or had it. */
export const Chips = ({ row, ...viewer }: ViewerContext & { row: Row }) => {
  const { language, departments, me, list } = viewer
  const words = wordsIn(language).workbench
  // A list of one department says whose it is above its rows.
  const department = row.department !== list.department && departments[row.department]
  const another = row.state === 'active' && row.agent !== me ? row.agentName : ''
  const chips = [
    row.sla && <SlaChip row={row} now={viewer.now} language={language} />,
    ...aspectsOf(row, viewer).slice(1),
    row.place !== undefined && (
      <>
        {' '}
        <PlaceChip id={row.id} place={row.place} language={language} />
      </>
    ),
    pageChip(row, viewer),
    row.closedAt !== null && !row.answered && <Chip>{words.neverAnswered}</Chip>,
    row.state === 'left' && <Chip tone="warn">{words.left}</Chip>,
    row.state === 'offered' && <Chip tone="brand">{words.rings}</Chip>,
    another && <Chip title={another}>{words.heldBy(another)}</Chip>,
    department && (
      <Chip of="department" title={department}>
        {department}
      </Chip>
    ),
    row.closedAt !== null && row.answered && <Answered row={row} language={language} me={me} />,
  ].filter(Boolean)
  return chips.length > 0 && <span class="row-chips">{chips}</span>
}

/** How it was rated. */
export const RowStars = ({ row: { stars }, language }: { row: Row; language: Language }) =>
  stars === null ? null : <Stars stars={stars} label={wordsIn(language).common.stars(stars)} />

/** Of what is closed: who answered last. */
const Answered = ({ row, language, me }: { row: Row; language: Language; me: string }) => {
  const words = wordsIn(language).workbench
  if (row.agent === me) return <Chip>{words.you}</Chip>
  return row.agentName ? <Chip title={row.agentName}>{words.heldBy(row.agentName)}</Chip> : null
}

/**
 * That its visitor has not the page before them; who has it is marked beside their initials. Where
 * there is little room it is left out, or since when is: there the mark can be pointed at.
 */
export const pageChip = ({ page }: Row, viewer: ViewerContext): Child => {
  if (!page || page.page === 'open') return null
  const whole = whereaboutsIn(page, viewer)
  const where = whereaboutsIn({ ...page, since: null }, viewer)
  return (
    <Chip of="away" title={whole}>
      {where}
      <span class="chip-since">{whole.slice(where.length)}</span>
    </Chip>
  )
}

/** What colleagues have put on it. */
const aspectsOf = (row: Row, reader: AspectReader): Child[] =>
  aspectViews.flatMap(({ chips }) => chips?.(row, reader) ?? []).filter(Boolean)

/** The first of these, beside its name: what else there is stands with the other chips. */
export const RowAspect = ({ row, ...reader }: AspectReader & { row: Row }) => {
  const [first] = aspectsOf(row, reader)
  return first !== undefined && <span class="row-aspects">{first}</span>
}

type PlaceChip = { id: string; place: number; language: Language }

/** Where it stands in its line. When others leave the line, this alone changes, as `#p-<id>`. */
export const PlaceChip = ({ id, place, language }: PlaceChip) => (
  <span id={`p-${id}`} class="chip brand" data-place={place}>
    {wordsIn(language).workbench.place(place)}
  </span>
)
