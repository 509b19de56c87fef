import { addressOf } from '../address'
import type { Effect } from '../effects'
import type { LineRow } from '../rows'
import type { DepartmentContext as Context, Rule } from './context'
import type { Of } from './events'
import { isHandedOut } from './hours'
import { openQueueView } from './line'
import { offerWaiting } from './offering'
import { precedenceOf, rankOf, replaced, usualWants } from './place'
import { isThereFor } from './routing'

/** Who comes to the line, and what becomes of their place when they want something else. */

export const queue: Rule<Of<'queued'>> = (context, event) => {
  const view = openQueueView(event.reads)
  const before = view.row(event.conversation)
  const visit = visitOf(event)
  const early = without(context.early, visit)
  if (context.crossed[visit] === -1)
    return { context: { crossed: without(context.crossed, visit), early } }
  // A newer visit stands already: this one's leaving is still to be heard.
  if (before && before.ticket > event.ticket)
    return { context: { crossed: { ...context.crossed, [visit]: 1 }, early } }
  const crossed: Context['crossed'] = before
    ? { ...context.crossed, [visitOf(before)]: 1 }
    : context.crossed
  const { row, ...counted } = rowOf(context, event)
  view.putRow(row)
  const { conversation, first } = event
  const given = offerWaiting(
    { ...context, ...counted },
    event,
    view,
    first ? { conversation, first } : undefined,
  )
  const terms = { ...context.settings, at: event.at }
  const nobody =
    !isHandedOut(context, row) || !view.floor().some((agent) => isThereFor(terms, row, agent))
  return {
    context: { ...given.context, ...counted, crossed, early },
    effects: nobody ? [...(given.effects ?? []), unattended(event)] : (given.effects ?? []),
  }
}

/** Its row as it comes, and what the department counts by it. */
const rowOf = (context: Context, event: Of<'queued'>) => {
  const early = context.early[visitOf(event)]
  const { language, ...wants } = early?.wants ?? event.wants ?? usualWants
  const { via = [] } = event
  // A clock that was set back makes nobody go ahead. Who comes from another line has waited there.
  const came = via.length > 0 ? event.since : Math.max(context.lastCame, event.since)
  const news = early?.news ?? event.news ?? 0
  const precedence = { ...wants, came, news, via, asked: 0 }
  const rank = context.rank + 1
  const languages = withLanguage(context.languages, language)
  const row: LineRow = {
    department: context.id,
    conversation: event.conversation,
    ticket: event.ticket,
    lane: laneOf(event),
    rank: rankOf(context.settings, precedence, rank),
    since: event.since,
    offeredTo: null,
    offer: 0,
    refused: event.refused,
    language: languages.includes(language) ? language : '',
    precedence,
  }
  return { row, rank, lastCame: Math.max(context.lastCame, came), languages }
}

/** Languages for which a line is read apart. */
const MOST_LANGUAGES = 8

const withLanguage = (known: readonly string[], language: string): readonly string[] =>
  language === '' || known.includes(language) || known.length >= MOST_LANGUAGES
    ? known
    : [...known, language]

const laneOf = ({ isHanded, front }: Of<'queued'>): LineRow['lane'] => {
  if (isHanded) return -1
  return front ? 0 : 1
}

/** What it wants is other than it was: its place may be another. */
export const changeWants: Rule<Of<'wantsChanged'>> = (context, event) => {
  const { wants, news, conversation } = event
  const view = openQueueView(event.reads)
  const row = view.row(conversation)
  if (row?.ticket !== event.ticket) return { context: { early: remembered(context, event) } }
  if (precedenceOf(row).news >= news) return {}
  const languages = withLanguage(context.languages, wants.language)
  const language = languages.includes(wants.language) ? wants.language : ''
  view.putRow(replaced(context.settings, row, { ...wants, language }, news))
  const given = offerWaiting(context, event, view)
  return { ...given, context: { ...given.context, languages } }
}

/** Visits of which something is known before they have come: mail that crossed, so there are few at a time. */
const MOST_EARLY = 20

const remembered = (context: Context, event: Of<'wantsChanged'>): Context['early'] => {
  const visit = visitOf(event)
  const known = context.early[visit]
  if (context.crossed[visit] !== undefined || (known && known.news >= event.news))
    return context.early
  const early = {
    ...without(context.early, visit),
    [visit]: { wants: event.wants, news: event.news },
  }
  return Object.fromEntries(Object.entries(early).slice(-MOST_EARLY))
}

export const visitOf = ({ conversation, ticket }: { conversation: string; ticket: number }) =>
  `${conversation}/${ticket}`

export const without = <Value>(
  all: Readonly<Record<string, Value>>,
  visit: string,
): Readonly<Record<string, Value>> => {
  if (!(visit in all)) return all
  const { [visit]: _, ...others } = all
  return others
}

const unattended = (event: Of<'queued'>): Effect => ({
  do: 'tell',
  to: addressOf('conversation', event.conversation),
  event: { type: 'unattended', at: event.at, ticket: event.ticket },
})
