import type { Child } from 'hono/jsx'
import { Chip, Stars } from '../../parts/marks'
import { wordsIn } from '../../words'
import type { Language } from '../../words/language'
import { aspectViews } from '../aspects'
import { whereaboutsIn } from '../visitor-page'
import type { Row, ViewerContext } from './lists'

/** What sets it apart: its place, its department, who has it, how it was rated. */
export const Chips = ({ row, ...viewer }: ViewerContext & { row: Row }) => {
  const { language, departments, me } = viewer
  const words = wordsIn(language).workbench
  const department = departments[row.department]
  const another = row.state === 'active' && row.agent !== me ? row.agentName : ''
  const chips = [
    row.place !== undefined && <PlaceChip id={row.id} place={row.place} language={language} />,
    pageChip(row, viewer),
    row.closedAt !== null && !row.answered && <Chip>{words.neverAnswered}</Chip>,
    row.state === 'left' && <Chip tone="warn">{words.left}</Chip>,
    row.state === 'offered' && <Chip tone="brand">{words.rings}</Chip>,
    another && <Chip>{words.heldBy(another)}</Chip>,
    department && <Chip>{department}</Chip>,
    ...aspectViews.flatMap(({ chips }) => chips?.(row, language) ?? []),
    row.stars !== null && (
      <Stars stars={row.stars} label={wordsIn(language).common.stars(row.stars)} />
    ),
  ].filter(Boolean)
  return chips.length > 0 && <span class="row-chips">{chips}</span>
}

/** That its visitor has not the page before them; who has it is marked beside their initials. */
export const pageChip = ({ page }: Row, viewer: ViewerContext): Child =>
  page && page.page !== 'open' && <Chip>{whereaboutsIn(page, viewer)}</Chip>

type PlaceChip = { id: string; place: number; language: Language }

/** Where it stands in its line. When others leave the line, this alone changes, as `#p-<id>`. */
export const PlaceChip = ({ id, place, language }: PlaceChip) => (
  <span id={`p-${id}`} class="chip brand" data-place={place}>
    {wordsIn(language).workbench.place(place)}
  </span>
)
