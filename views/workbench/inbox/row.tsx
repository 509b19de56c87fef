import type { Child } from 'hono/jsx'
import { Avatar } from '../../parts/avatar'
import { Badge, Chip, Stars } from '../../parts/marks'
import { Since } from '../../parts/time'
import { paths } from '../../paths'
import { briefTime, wordsIn } from '../../words'
import type { Language } from '../../words/language'
import { Name } from '../name'
import type { Row, ViewerContext } from './lists'

export type InboxRowProps = ViewerContext & {
  row: Row
  /** Names in its list that need the end of an id beside them. */
  alike: ReadonlySet<string>
}

/** One conversation in a list. Swapped live as `#c-<id>`. */
export const InboxRow = (props: InboxRowProps) => {
  const { row, alike, language, selected, list } = props
  return (
    <li id={`c-${row.id}`} class="row" data-state={row.state}>
      <a
        href={paths.workbench.conversation(row.id, list)}
        aria-current={row.id === selected ? 'page' : undefined}
      >
        <Avatar id={row.visitor} name={row.visitorName} />
        <span class="row-top">
          <span class="row-name">
            <Name row={row} alike={alike.has(row.visitorName)} language={language} />
          </span>
          <span class="row-when">{when(props)}</span>
        </span>
        <span class="row-mid">
          <Preview {...props} />
          {row.unread > 0 && (
            <Badge count={row.unread} label={wordsIn(language).workbench.unread(row.unread)} />
          )}
        </span>
        <Chips {...props} />
      </a>
    </li>
  )
}

const when = ({ row, now, zone, language }: InboxRowProps): Child => {
  const words = wordsIn(language).workbench
  if (row.state !== 'waiting' && row.state !== 'offered')
    return briefTime(row.lastAt, now, zone, language)
  return (
    <>
      {words.waiting} <Since since={row.waitingSince} now={now} />
    </>
  )
}

const Preview = ({ row, language }: InboxRowProps) => (
  <span class="preview">
    {row.previewBy === 'agent' && (
      <span class="preview-by">{wordsIn(language).workbench.replied} </span>
    )}
    <bdi>{row.preview}</bdi>
  </span>
)

/** What sets it apart: its place, its department, who has it, how it was rated. */
const Chips = ({ row, language, departments, me }: InboxRowProps) => {
  const words = wordsIn(language).workbench
  const department = departments[row.department]
  const another = row.state === 'active' && row.agent !== me ? row.agentName : ''
  const chips = [
    row.place !== undefined && <PlaceChip id={row.id} place={row.place} language={language} />,
    row.state === 'left' && <Chip tone="warn">{words.left}</Chip>,
    row.state === 'offered' && <Chip tone="brand">{words.rings}</Chip>,
    another && <Chip>{words.heldBy(another)}</Chip>,
    department && <Chip>{department}</Chip>,
    row.stars !== null && (
      <Stars stars={row.stars} label={wordsIn(language).common.stars(row.stars)} />
    ),
  ].filter(Boolean)
  return chips.length > 0 && <span class="row-chips">{chips}</span>
}

type PlaceChip = { id: string; place: number; language: Language }

/** Where it stands in its line. When others leave the line, this alone changes, as `#p-<id>`. */
export const PlaceChip = ({ id, place, language }: PlaceChip) => (
  <span id={`p-${id}`} class="chip brand" data-place={place}>
    {wordsIn(language).workbench.place(place)}
  </span>
)
