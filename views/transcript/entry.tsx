import { html } from 'hono/html'
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
 *
 * It is drawn for every message that anybody writes, hence from templates: as JSX it takes twice
 * as long and as much memory. They break lines only inside of tags: between them it would show.
 */
export const Entry = (props: EntryProps) => {
  const { entry, zone, language } = props
  const { clientId, seq, kind, by, notice } = entry
  const side = sideOf(props)
  const day = partsOf(entry.at, zone)
  const stars = notice?.code === 'rated' && html` data-rated`
  const spoken = wordsIn(language).times.day(day)
  const head = html`<p class="day"><time datetime="${dayOf(entry.at, zone)}">${spoken}</time></p>`
  const body = notice ? <Notice {...props} notice={notice} at={entry.at} /> : Message(props)
  return html`<li id="e-${clientId}" data-seq="${seq}" data-kind="${kind}" data-by="${by}" data-side="${side}"
    data-day="${day.date}"${stars} class="entry" role="article">${head}${body}</li>`
}

/** On whose side of the page: the reader's own kind writes at the end, the other at the start. */
const sideOf = ({ entry, audience }: EntryProps): 'mine' | 'theirs' | 'desk' => {
  if (entry.by === 'desk' || entry.notice) return 'desk'
  return (entry.by === 'visitor') === (audience === 'visitor') ? 'mine' : 'theirs'
}

const Message = (props: EntryProps) => {
  const { entry, language, zone } = props
  const theirs = sideOf(props) === 'theirs'
  const isNote = entry.kind === 'noted'
  const whose = theirs && <Avatar id={entry.author ?? entry.by} name={entry.name} small />
  const lock = isNote && <Icon name="lock" />
  const note = isNote && `${wordsIn(language).common.note} · `
  return html`${whose}<div class="body" dir="auto" hx-ignore="">${lock}${linked(entry.text)}</div><p
    class="meta">${note}${who(props)}${Clock({ at: entry.at, zone })}</p>`
}

/** Own messages say so to screen readers only: their side of the page shows it. */
const who = ({ entry, audience, language }: EntryProps) => {
  const own = audience === 'visitor' && entry.by === 'visitor'
  if (own) return html`<span class="sr">${wordsIn(language).chat.you} </span>`
  const quiet = audience === 'desk' && entry.by === 'visitor'
  return html`<bdi class="${quiet ? 'sr' : 'author'}">${entry.name}</bdi><span
    class="${quiet ? 'sr' : 'between'}"> · </span>`
}
