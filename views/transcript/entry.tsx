import { html } from 'hono/html'
import type { Body } from '../../actors/entry'
import { wordsIn } from '../words'
import { dayOf, partsOf } from '../words/times'
import { drawingOf } from './bodies'
import { type EntryProps, sideOf } from './entry-props'
import { isPlaceholder } from './placeholder'

/**
 * One line of a transcript, the same on first paint, in answers, feeds and search. It depends
 * on nothing but its props, so its HTML may be kept. Only a notice depends on `viewer`.
 *
 * It is drawn for every message that anybody writes, hence from templates: as JSX it takes twice
 * as long and as much memory. They break lines only inside of tags: between them it would show.
 */
export const Entry = (props: EntryProps) => {
  const { entry, zone, language } = props
  const { clientId, seq, by, author, body } = entry
  const { word, inside, draw } = drawingOf(body)
  const day = partsOf(entry.at, zone)
  // By it a page tells hands of one name apart.
  const hand = author !== null && html` data-hand="${author.slice(-4)}"`
  const changed = entry.edited !== null && changedBy(entry.edited, body)
  const answers = entry.quoted && html` data-answers="${entry.quoted.clientId}"`
  const grouped = props.grouped && html` data-grouped=""`
  const isUnderWay = body.kind === 'notice' && body.notice.code === 'transferring'
  const underWay = isUnderWay && html` data-under-way=""`
  const moved = isPlaceholder(body) && html` data-moved=""`
  const marked = (inside === true || isInside(body)) && html` data-inside`
  const spoken = wordsIn(language).times.day(day)
  const head = html`<p class="day"><time datetime="${dayOf(entry.at, zone)}">${spoken}</time></p>`
  return html`<li id="e-${clientId}" data-seq="${seq}" data-kind="${wordOf(body, word)}" data-by="${by}" data-side="${sideOf(props)}"
    data-day="${day.date}" data-month="${day.month + 1}"${hand}${marked}${changed}${answers}${underWay}${moved}${grouped} class="entry">${head}${draw(props, body)}</li>`
}

const changedBy = (edited: number, body: Body) =>
  body.kind === 'withdrawn' ? html` data-withdrawn="${edited}"` : html` data-edited="${edited}"`

/** What was taken back stays what it was for who tells entries apart. */
const wordOf = (body: Body, word: string): string => (isInside(body) ? 'noted' : word)
const isInside = (body: Body): boolean => body.kind === 'withdrawn' && body.inside
