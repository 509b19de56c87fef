import type { Child } from 'hono/jsx'
import { Avatar } from '../../parts/avatar'
import { Badge, Chip } from '../../parts/marks'
import { Since, When } from '../../parts/time'
import { paths } from '../../paths'
import { wordsIn } from '../../words'
import { previewOf } from '../../words/files'
import { Name, visitorName } from '../name'
import { whereaboutsIn } from '../visitor-page'
import { Chips, RowAspect, RowStars } from './chips'
import type { List, Row, ViewerContext } from './lists'

export type InboxRowProps = ViewerContext & {
  row: Row
  /** Names in its list that need the end of an id beside them. */
  alike: ReadonlySet<string>
}

/** One conversation in a list. Swapped live as `#c-<id>`. */
export const InboxRow = (props: InboxRowProps) => {
  const { row, alike, language, selected, list } = props
  return (
    <li id={`c-${row.id}`} class="row" data-state={row.state} data-page={row.page?.page}>
      {props.selects && (
        <label class="row-select">
          <input
            type="checkbox"
            name="id"
            value={row.stateSeq === null ? row.id : `${row.id}@${row.stateSeq}`}
            form="bulk"
            aria-label={wordsIn(language).workbench.bulk.select(visitorName(row, language))}
          />
        </label>
      )}
      <a href={placeOf(row, list)} aria-current={row.id === selected ? 'page' : undefined}>
        <Avatar
          id={row.visitor}
          name={row.visitorName}
          here={isHere(row)}
          where={row.page ? whereaboutsIn(row.page, props) : undefined}
        />
        <span class="row-top">
          <span class="row-name" title={visitorName(row, language)}>
            <Name row={row} alike={alike.has(row.visitorName)} language={language} />
          </span>
          <RowAspect row={row} language={language} now={props.now} zone={props.zone} />{' '}
          <span class="row-when">{when(props)}</span>
        </span>{' '}
        <span class="row-mid">
          <Called {...props} />
          <Preview {...props} /> <Chips {...props} /> <RowStars {...props} /> <Unread {...props} />
        </span>
      </a>
    </li>
  )
}

/** Of what calls its reader by name, the line that does so. */
const placeOf = ({ id, mentionedIn: call }: Row, list: List): string =>
  call && list.view === 'mentions'
    ? paths.workbench.earlier(id, call.seq, list, call.entry)
    : paths.workbench.conversation(id, list)

/** Nothing is shown of whom nobody knows anything. */
export const isHere = ({ page }: Row): boolean | undefined =>
  page ? page.page === 'open' : undefined

const when = ({ row, now, zone, language }: InboxRowProps): Child => {
  const words = wordsIn(language).workbench
  const waits = row.state === 'waiting' || row.state === 'offered'
  const isUnanswered = row.state === 'active' && row.unansweredSince !== null
  if (!waits && !isUnanswered)
    return <When at={row.lastAt} now={now} zone={zone} language={language} />
  return (
    <span class={isUnanswered ? 'unanswered' : undefined}>
      {waits ? words.waiting : words.unanswered}{' '}
      <Since since={row.unansweredSince ?? row.waitingSince} now={now} />
    </span>
  )
}

/** Who stands in the line is read by nobody yet: there the place says enough. */
const Unread = ({ row: { unread, place }, language }: InboxRowProps) =>
  unread > 0 && place === undefined ? (
    <Badge count={unread} label={wordsIn(language).workbench.unread(unread)} />
  ) : null

/** That its reader is called by name in it and has not seen it. */
const Called = ({ row, mentions, language }: InboxRowProps) =>
  mentions?.has(row.id) ? (
    <>
      <Chip tone="brand" of="called">
        {wordsIn(language).workbench.mentions.you}
      </Chip>{' '}
    </>
  ) : null

const Preview = ({ row, language, me }: InboxRowProps) => {
  const { ownWords, wordsOf } = wordsIn(language).workbench
  const { previewFrom: from } = row
  const isOwn = from?.id === me
  return (
    <span class="preview">
      {from && <span class="preview-by">{isOwn ? ownWords : wordsOf(from.name)}</span>}
      <bdi>
        {row.withdrawn
          ? wordsIn(language).entries.withdrawn
          : previewOf(row, wordsIn(language).files)}
      </bdi>
    </span>
  )
}
