import { Chip, Stars } from '../../parts/marks'
import { wordsIn } from '../../words'
import type { Language } from '../../words/language'
import type { Row, ViewerContext } from './lists'

/** What sets it apart: its place, its department, who has or had it, how it was rated. */
export const Chips = ({ row, language, departments, me, list }: ViewerContext & { row: Row }) => {
  const words = wordsIn(language).workbench
  // A list of one department says whose it is above its rows.
  const department = row.department !== list.department && departments[row.department]
  const another = row.state === 'active' && row.agent !== me ? row.agentName : ''
  const chips = [
    row.place !== undefined && <PlaceChip id={row.id} place={row.place} language={language} />,
    row.state === 'left' && <Chip tone="warn">{words.left}</Chip>,
    row.state === 'offered' && <Chip tone="brand">{words.rings}</Chip>,
    another && <Chip title={another}>{words.heldBy(another)}</Chip>,
    department && (
      <Chip tone="department" title={department}>
        {department}
      </Chip>
    ),
    row.closedAt !== null && <Answered row={row} language={language} me={me} />,
    row.stars !== null && (
      <Stars stars={row.stars} label={wordsIn(language).common.stars(row.stars)} />
    ),
  ].filter(Boolean)
  return chips.length > 0 && <span class="row-chips">{chips}</span>
}

/** Of what is closed: who answered last, or that nobody did. */
const Answered = ({ row, language, me }: { row: Row; language: Language; me: string }) => {
  const words = wordsIn(language).workbench
  if (row.agent === null) return <Chip tone="warn">{words.nobodyAnswered}</Chip>
  if (row.agent === me) return <Chip>{words.you}</Chip>
  return <Chip title={row.agentName}>{words.heldBy(row.agentName)}</Chip>
}

type PlaceChip = { id: string; place: number; language: Language }

/** Where it stands in its line. When others leave the line, this alone changes, as `#p-<id>`. */
export const PlaceChip = ({ id, place, language }: PlaceChip) => (
  <span id={`p-${id}`} class="chip brand" data-place={place}>
    {wordsIn(language).workbench.place(place)}
  </span>
)

/** The first tag of a row; how many more there are says another chip. */
export const RowTags = ({ tags: [first, ...others] }: { tags: readonly string[] }) =>
  first === undefined ? null : (
    <span class="row-tags">
      <Chip tone="tag" title={[first, ...others].join(', ')}>
        {first}
      </Chip>
      {others.length > 0 && <Chip tone="tag">{`+${others.length}`}</Chip>}
    </span>
  )
