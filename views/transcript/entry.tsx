import type { Entry as Line } from '../../actors/entry'
import { Avatar } from '../parts/avatar'
import { Icon } from '../parts/icon'
import { Clock } from '../parts/time'
import { wordsIn } from '../words'
import type { Language } from '../words/language'
import { dayOf, partsOf } from '../words/times'
import { linked } from './linkify'
import { Notice } from './notice'

export type Audience = 'visitor' | 'desk'

export type EntryProps = {
  /** One the audience may see; the caller has left out those that are for the desk. */
  entry: Line
  audience: Audience
  language: Language
  /** Whose clock: IANA name or offset. */
  zone: string
  /** Who reads, so that a notice can say "you"; null when it does not matter. */
  viewer: string | null
}

/**
 * One line of a transcript, the same on first paint, in answers, feeds and search. It depends
 * on nothing but its props, so its HTML may be kept. Only a notice depends on `viewer`.
 */
export const Entry = (props: EntryProps) => {
  const { entry, zone, language } = props
  return (
    // biome-ignore lint/a11y/useSemanticElements: a list item by contract; in a log it needs a role
    <li
      id={`e-${entry.clientId}`}
      data-seq={entry.seq}
      data-kind={entry.kind}
      data-by={entry.by}
      data-side={sideOf(props)}
      data-day={partsOf(entry.at, zone).date}
      data-rated={ratedBy(entry)}
      class="entry"
      role="article"
    >
      <p class="day">
        <time datetime={dayOf(entry.at, zone)}>
          {wordsIn(language).times.day(partsOf(entry.at, zone))}
        </time>
      </p>
      {entry.notice ? <Notice {...props} notice={entry.notice} /> : <Message {...props} />}
    </li>
  )
}

/** On whose side of the page: the reader's own kind writes at the end, the other at the start. */
const sideOf = ({ entry, audience }: EntryProps): 'mine' | 'theirs' | 'desk' => {
  if (entry.by === 'desk' || entry.notice) return 'desk'
  return (entry.by === 'visitor') === (audience === 'visitor') ? 'mine' : 'theirs'
}

/** Stars without words are shown until there are other ones; what somebody wrote always is. */
const ratedBy = ({ notice }: Line): 'stars' | 'words' | undefined => {
  if (notice?.code !== 'rated') return undefined
  return notice.comment === '' ? 'stars' : 'words'
}

const Message = (props: EntryProps) => {
  const { entry, language } = props
  const theirs = sideOf(props) === 'theirs'
  return (
    <>
      {theirs && <Avatar id={entry.author ?? entry.by} name={entry.name} small />}
      <div class="body" dir="auto" hx-ignore="">
        {entry.kind === 'noted' && <Icon name="lock" />}
        {linked(entry.text)}
      </div>
      <p class="meta">
        {entry.kind === 'noted' && `${wordsIn(language).common.note} · `}
        <Who {...props} />
        <Clock at={entry.at} zone={props.zone} />
      </p>
    </>
  )
}

/** Own messages say so to screen readers only: their side of the page shows it. */
const Who = (props: EntryProps) => {
  const { entry, audience, language } = props
  const own = audience === 'visitor' && entry.by === 'visitor'
  if (own) return <span class="sr">{`${wordsIn(language).chat.you} `}</span>
  const quiet = audience === 'desk' && entry.by === 'visitor'
  return (
    <>
      <bdi class={quiet ? 'sr' : 'author'}>{entry.name}</bdi>
      <span class={quiet ? 'sr' : 'between'}> · </span>
    </>
  )
}
