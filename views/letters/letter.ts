import { html } from 'hono/html'
import { type Edition, htmlLang, languageOf } from '../words/language'

/** A mail in its parts, in the order they are read; those that are empty are left out. */
export type LetterParts = {
  language: Edition
  subject: string
  /** The first lines, under each other. */
  opening: readonly string[]
  /** In small, before what was said. */
  before?: string
  /** What somebody said, each under their name. */
  lines?: readonly { name: string; said: string }[]
  /** Where it leads. */
  go?: { label: string; link: string }
  /** In small, behind that. */
  closing?: readonly string[]
  /** Why it comes. */
  why: string
  /** How it is stopped. */
  stop?: { label: string; link: string }
}

export type DrawnLetter = { subject: string; text: string; html: string }

/** As text, and as a page that asks for nothing. */
export const drawLetter = (parts: LetterParts): DrawnLetter => ({
  subject: parts.subject.replace(/\s+/g, ' ').trim().slice(0, 200),
  text: textOf(parts),
  html: String(pageOf(parts)),
})

const textOf = ({
  opening,
  before,
  lines = [],
  go,
  closing = [],
  why,
  stop,
}: LetterParts): string =>
  [
    opening.join('\n'),
    ...(before ? [before] : []),
    ...lines.map(({ name, said }) => `${name}:\n${said}`),
    ...(go ? [`${go.label}:\n${go.link}`] : []),
    ...closing,
    [`-- \n${why}`, ...(stop ? [`${stop.label}\n${stop.link}`] : [])].join('\n'),
  ].join('\n\n')

const look = 'font: 16px/1.5 system-ui, sans-serif; max-width: 36rem; margin: 0 auto; padding: 1rem'

const pageOf = (parts: LetterParts) => {
  const { language, opening, before, lines = [], go, closing = [], why, stop } = parts
  return html`<!doctype html><html lang="${htmlLang[languageOf(language)]}"><head><meta charset="utf-8"></head>
<body style="${look}"><p>${opening.map((line, nth) => html`${nth > 0 && html`<br>`}${line}`)}</p>
${before && html`<p><small>${before}</small></p>`}
${lines.map(({ name, said }) => html`<p><b>${name}</b><br><span style="white-space: pre-wrap">${said}</span></p>`)}
${go && html`<p><a href="${go.link}">${go.label}</a></p>`}
${closing.map((line) => html`<p><small>${line}</small></p>`)}<p><small>${why}${stop && html` <a href="${stop.link}">${stop.label}</a>`}</small></p></body></html>`
}
