import { html } from 'hono/html'
import type { Child } from 'hono/jsx'
import { isRevised } from '../../actors/text/revised'
import { Avatar } from '../parts/avatar'
import { Icon, type IconName } from '../parts/icon'
import { Clock } from '../parts/time'
import { wordsIn } from '../words'
import { languageOf } from '../words/language'
import { punctuation } from '../words/punctuation'
import { type EntryProps, sideOf } from './entry-props'
import { Files } from './files'
import { linked } from './linkify'
import { Barred, withNames } from './mentions'
import { More, Quote, Reactions } from './said'

/** What somebody wrote to the others. */
export const Message = (props: EntryProps) => bubble(props)

/** What colleagues write to each other: marked, so that it is never taken for a reply. */
export const InsideMessage = (props: EntryProps, icon: IconName, seenBy: string) =>
  bubble(props, {
    ...{
      mark: <Icon name={icon} />,
      label: `${seenBy}${punctuation[languageOf(props.language)].between}`,
    },
    ...{ content: withNames(props.entry), after: Barred(props) },
  })

type InBubble = {
  mark?: Child
  label?: string
  /** What stands in it, where that is not simply what was written. */
  content?: Child
  /** What stands under it. */
  after?: Child
  /** A word for its style. */
  part?: string
}

/** What somebody said, with their face, when, and what can be done with it. */
export const bubble = (props: EntryProps, { mark, label, content, after, part }: InBubble = {}) => {
  const { entry, zone } = props
  const whose = sideOf(props) === 'theirs' && (
    <Avatar id={entry.author ?? entry.by} name={entry.name} small />
  )
  // What was never answered, edited or reacted to, as most of it, costs nothing more to draw.
  const quote = entry.quoted && Quote(props)
  const reactions = entry.reactions && Reactions(props)
  const edited =
    isRevised(entry) &&
    html`<span class="edited">${punctuation[languageOf(props.language)].between}${wordsIn(props.language).entries.edited}</span>`
  const { body } = entry
  // A card has its image among what it shows.
  const files = body.kind !== 'card' && 'files' in body && body.files && (
    <Files files={body.files} alone={entry.text === ''} />
  )
  const look = part ? `body ${part}` : 'body'
  return html`${whose}${quote}<div class="${look}" dir="auto" hx-ignore="">${mark}${files}${content ?? linked(entry.text)}</div>${More(props)}${reactions}${after}<p
    class="meta">${label}${who(props)}${Clock({ at: entry.at, zone })}${edited}</p>`
}

/** What its author took back: that there was something, and of whom. */
export const Withdrawn = (props: EntryProps) => {
  const { entry, zone, language } = props
  const whose = sideOf(props) === 'theirs' && (
    <Avatar id={entry.author ?? entry.by} name={entry.name} small />
  )
  return html`${whose}<p class="gone">${wordsIn(language).entries.withdrawn}</p><p
    class="meta">${who(props)}${Clock({ at: entry.at, zone })}</p>`
}

/** Own messages say so to screen readers only: their side of the page shows it. */
const who = ({ entry, audience, language }: EntryProps) => {
  const own = audience === 'visitor' && entry.by === 'visitor'
  if (own) return html`<span class="sr">${wordsIn(language).chat.you} </span>`
  const quiet = audience === 'desk' && entry.by === 'visitor'
  return html`<bdi class="${quiet ? 'sr' : 'author'}">${entry.name}</bdi><span
    class="${quiet ? 'sr' : 'between'}">${punctuation[languageOf(language)].between}</span>`
}
