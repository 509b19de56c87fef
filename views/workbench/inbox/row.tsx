import type { Child } from 'hono/jsx'
import { Avatar } from '../../parts/avatar'
import { Badge } from '../../parts/marks'
import { Since } from '../../parts/time'
import { paths } from '../../paths'
import { briefTime, wordsIn } from '../../words'
import { Name, visitorName } from '../name'
import { Chips, RowTags } from './chips'
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
          <span class="row-name" title={visitorName(row, language)}>
            <Name row={row} alike={alike.has(row.visitorName)} language={language} />
          </span>
          <RowTags tags={row.tags} />
          <span class="row-when">{when(props)}</span>
        </span>
        <span class="row-mid">
          <Preview {...props} />
          <Chips {...props} />
          <Unread {...props} />
        </span>
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

/** Who stands in the line is read by nobody yet: there the place says enough. */
const Unread = ({ row: { unread, place }, language }: InboxRowProps) =>
  unread > 0 && place === undefined ? (
    <Badge count={unread} label={wordsIn(language).workbench.unread(unread)} />
  ) : null

const Preview = ({ row, language, me }: InboxRowProps) => {
  const { ownWords, wordsOf } = wordsIn(language).workbench
  const { previewFrom: from } = row
  const isOwn = from?.id === me
  return (
    <span class="preview">
      {from && <span class="preview-by">{isOwn ? ownWords : wordsOf(from.name)} </span>}
      <bdi>{row.preview}</bdi>
    </span>
  )
}
