import { html } from 'hono/html'
import type { Entry } from '../../actors/entry'
import { filesOf } from '../../actors/sent-files'
import { wordsIn } from '../words'
import { type Edition, htmlLang, languageOf } from '../words/language'

export type AnswerLetter = {
  language: Edition
  /** The visitor's name. */
  name: string
  /** What was said, oldest first. */
  entries: readonly Entry[]
  /** How many before these are left out. */
  more: number
  /** Whether their site knows who they are: then the link alone opens nothing. */
  isOfAccount: boolean
  /** Where the link leads, whole. */
  link: string
}

/** Answers of the desk as a mail: its subject, as text, and as a page that asks for nothing. */
export const answerLetter = (letter: AnswerLetter) => ({
  subject: wordsIn(letter.language).letters.subject(letter.entries.at(-1)?.name ?? ''),
  text: textOf(letter),
  html: String(pageOf(letter)),
})

const linesOf = ({ language, entries }: AnswerLetter) =>
  entries.map((entry) => ({
    name: entry.name,
    said: [
      ...(entry.text ? [entry.text] : []),
      ...filesOf(entry.body).map(({ name }) => wordsIn(language).letters.file(name)),
    ].join('\n'),
  }))

const textOf = (letter: AnswerLetter): string => {
  const { isOfAccount } = letter
  const words = wordsIn(letter.language).letters
  return [
    `${words.hello(letter.name)}\n${words.lead}`,
    ...(letter.more > 0 ? [words.more(letter.more)] : []),
    ...linesOf(letter).map(({ name, said }) => `${name}:\n${said}`),
    `${words.go}:\n${letter.link}`,
    isOfAccount ? words.ofAccount : words.holds,
    `-- \n${words.why}`,
  ].join('\n\n')
}

const pageOf = (letter: AnswerLetter) => {
  const words = wordsIn(letter.language).letters
  const look =
    'font: 16px/1.5 system-ui, sans-serif; max-width: 36rem; margin: 0 auto; padding: 1rem'
  return html`<!doctype html><html lang="${htmlLang[languageOf(letter.language)]}"><head><meta charset="utf-8"></head>
<body style="${look}"><p>${words.hello(letter.name)}<br>${words.lead}</p>
${letter.more > 0 && html`<p><small>${words.more(letter.more)}</small></p>`}
${linesOf(letter).map(({ name, said }) => html`<p><b>${name}</b><br><span style="white-space: pre-wrap">${said}</span></p>`)}
<p><a href="${letter.link}">${words.go}</a></p>
<p><small>${letter.isOfAccount ? words.ofAccount : words.holds}</small></p><p><small>${words.why}</small></p></body></html>`
}
