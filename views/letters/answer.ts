import type { Entry } from '../../actors/entry'
import { filesOf } from '../../actors/sent-files'
import { wordsIn } from '../words'
import type { Edition } from '../words/language'
import { type DrawnLetter, drawLetter } from './letter'

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
  /** Where the link leads, whole; and that by which no more of it comes. */
  link: string
  stop: string
}

/** Answers of the desk as a mail. */
export const answerLetter = (letter: AnswerLetter): DrawnLetter => {
  const { language, name, entries, more, isOfAccount, link, stop } = letter
  const words = wordsIn(language).letters
  return drawLetter({
    ...{ language, subject: words.subject(entries.at(-1)?.name ?? '') },
    opening: [words.hello(name), words.lead],
    ...(more > 0 ? { before: words.more(more) } : {}),
    lines: saidIn(entries, language),
    go: { label: words.go, link },
    closing: [isOfAccount ? words.ofAccount : words.holds],
    why: words.why,
    stop: { label: words.stop.link, link: stop },
  })
}

/** What was said in some lines, with the names of their files. */
export const saidIn = (entries: readonly Entry[], language: Edition) =>
  entries.map((entry) => ({
    name: entry.name,
    said: [
      ...(entry.text ? [entry.text] : []),
      ...filesOf(entry.body).map(({ name }) => wordsIn(language).letters.file(name)),
    ].join('\n'),
  }))
