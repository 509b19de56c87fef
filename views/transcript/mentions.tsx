import { html } from 'hono/html'
import type { Child } from 'hono/jsx'
import type { Entry } from '../../actors/entry'
import { mentionsOf } from '../../actors/mentions'
import { wordsIn } from '../words'
import type { EntryProps } from './entry-props'
import { linked } from './linkify'

/** What was written, with the colleagues that it calls by name marked. */
export const withNames = ({ text, body }: Pick<Entry, 'text' | 'body'>): Child[] => {
  const parts: Child[] = []
  let done = 0
  for (const { from, to } of mentionsOf(body)) {
    if (from < done || to > text.length) continue
    parts.push(
      ...linked(text.slice(done, from)),
      html`<span class="mention">${text.slice(from, to)}</span>`,
    )
    done = to
  }
  return [...parts, ...linked(text.slice(done))]
}

/** Who was called in vain: a word to whoever wrote it, and to those who read it. */
export const Barred = ({ entry, language }: EntryProps): Child => {
  const barred = mentionsOf(entry.body).filter((mention) => mention.barred)
  // Of what is changed just now the words may be others already.
  const names = barred.map(({ from, to }) => entry.text.slice(from + 1, to)).filter(Boolean)
  const called = [...new Set(names)]
  if (called.length === 0) return undefined
  const { list, barred: says } = wordsIn(language).workbench.mentions
  return html`<p class="barred">${says(list(called), called.length)}</p>`
}
