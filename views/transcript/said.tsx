import { html } from 'hono/html'
import type { Child } from 'hono/jsx'
import { paths } from '../paths'
import { wordsIn } from '../words'
import { languageOf } from '../words/language'
import { punctuation } from '../words/punctuation'
import type { EntryProps } from './entry-props'

/** Where what can be done with an entry is, for its reader. */
export const addressesOf = ({ entry, audience }: Pick<EntryProps, 'entry' | 'audience'>) =>
  audience === 'visitor' ? paths.chat : paths.workbench.entry(entry.conversation)

/** The way to all that can be done with it: a page, which a script shows where it is asked for. */
export const More = (props: EntryProps) => {
  const { entry, language, audience } = props
  const { menu, ownMenu } = wordsIn(language).entries
  const isOwn = audience === 'visitor' && entry.by === 'visitor'
  const href = addressesOf(props).message(entry.clientId)
  return html`<a class="entry-more" href="${href}" aria-label="${isOwn ? ownMenu : menu(entry.name)}"></a>`
}

/** What it answers, above its text; pressed, it leads there. */
export const Quote = (props: EntryProps): Child => {
  const { entry, audience, language } = props
  const { quoted } = entry
  // What is for colleagues is answered among them alone; nobody else is shown it in any case.
  if (!quoted || (quoted.inside && audience === 'visitor')) return ''
  const words = wordsIn(language).entries
  const before = quoted.seq + 1
  const page =
    audience === 'visitor'
      ? paths.chat.earlier(before, quoted.clientId)
      : paths.workbench.earlier(entry.conversation, before, undefined, quoted.clientId)
  const name = nameOf(props, quoted)
  const text = quoted.withdrawn ? words.withdrawn : quoted.text
  return html`<a class="quote" href="${page}" hx-ignore="" aria-label="${words.inReplyTo(name)}${punctuation[languageOf(language)].colon}${text}"><span
    ><bdi class="quote-name">${name}</bdi> <span class="quote-text" dir="auto">${text}</span></span></a>`
}

/** Emoji that were put to it, each with how many; one's own are lit, and pressed they go. */
export const Reactions = (props: EntryProps): Child => {
  const { entry } = props
  const { reactions = [], clientId } = entry
  if (reactions.length === 0) return ''
  const chips = [...Map.groupBy(reactions, ({ emoji }) => emoji)].map(([emoji, given]) => {
    const isOwn = given.some(({ author }) => author === props.viewer)
    const names = given
      .map((each) => nameOf(props, each))
      .join(punctuation[languageOf(props.language)].list)
    const count = given.length > 1 && html`<span>${given.length}</span>`
    return html`<button class="reaction" name="${isOwn ? 'remove' : 'emoji'}" value="${emoji}" aria-pressed="${String(isOwn)}"
      title="${names}">${emoji} ${count} <span class="sr">${names}</span></button>`
  })
  return html`<form class="reactions" method="post" action="${addressesOf(props).reactions(clientId)}" hx-ignore="">${chips}</form>`
}

/** What a reader calls somebody who said something: a visitor is "you" to themselves. */
const nameOf = (
  { audience, language }: EntryProps,
  { by, name }: { by: string; name: string },
): string => (audience === 'visitor' && by === 'visitor' ? wordsIn(language).entries.you : name)
