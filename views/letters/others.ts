import { html } from 'hono/html'
import type { Entry } from '../../actors/entry'
import type { TranscriptFile } from '../transcript/file/lines'
import { transcriptText } from '../transcript/file/text'
import { wordsIn } from '../words'
import { deskLetters } from '../words/desk-letters'
import type { Edition, Language } from '../words/language'
import { saidIn } from './answer'
import { type DrawnLetter, drawLetter } from './letter'

/** By which a colleague who forgot their password sets another. */
export const resetLetter = (letter: { language: Language; name: string; link: string }) => {
  const { language, name, link } = letter
  const words = deskLetters[language].reset
  return drawLetter({
    ...{
      language,
      subject: words.subject,
      opening: [wordsIn(language).letters.hello(name), words.lead],
    },
    ...{ go: { label: words.go, link }, closing: [words.holds], why: words.why },
  })
}

/** By which a new colleague sets their password. */
export const invitationLetter = (letter: {
  language: Language
  name: string
  email: string
  link: string
}) => {
  const { language, name, email, link } = letter
  const words = deskLetters[language].invitation
  return drawLetter({
    ...{ language, subject: words.subject },
    opening: [wordsIn(language).letters.hello(name), words.lead(email)],
    ...{ go: { label: words.go, link }, closing: [words.holds], why: words.why },
  })
}

/** That the desk's mail arrives. */
export const trialLetter = ({ language, desk }: { language: Language; desk: string }) => {
  const words = deskLetters[language].trial
  return drawLetter({
    ...{ language, subject: words.subject, opening: [words.lead(desk)], why: words.why },
  })
}

type LeftLetter = {
  language: Language
  /** Of the visitor, and where an answer reaches them. */
  name: string
  email: string
  department: string
  entries: readonly Entry[]
  more: number
  link: string
}

/** What a visitor left while nobody was there, for those who answer in its department. */
export const leftLetter = (letter: LeftLetter): DrawnLetter => {
  const { language, name, email, department, entries, more, link } = letter
  const words = deskLetters[language].left
  return drawLetter({
    ...{ language, subject: words.subject(name, department) },
    opening: [words.lead(name, department), ...(email ? [words.reached(email)] : [])],
    ...(more > 0 ? { before: wordsIn(language).letters.more(more) } : {}),
    lines: saidIn(entries, language),
    ...{ go: { label: words.go, link }, why: words.why },
  })
}

/** All of a talk, for its visitor. */
export const transcriptLetter = (file: TranscriptFile, name: string): DrawnLetter => {
  const words = wordsIn(file.language).letters.transcript
  const talk = transcriptText(file)
  const drawn = drawLetter({
    ...{ language: file.language, subject: words.subject },
    opening: [wordsIn(file.language).letters.hello(name), words.lead],
    why: words.why,
  })
  const page = html`<pre style="font: inherit; white-space: pre-wrap">${talk}</pre>`
  return {
    ...drawn,
    text: drawn.text.replace('\n\n-- \n', () => `\n\n${talk}\n\n-- \n`),
    html: drawn.html.replace('<p><small>', () => `${page}<p><small>`),
  }
}

/** The same as a link, for an address that nobody has shown to be theirs. */
export const transcriptLinkLetter = (letter: { language: Edition; link: string }): DrawnLetter => {
  const { language, link } = letter
  const { hello, transcript: words } = wordsIn(language).letters
  return drawLetter({
    ...{ language, subject: words.waits, opening: [hello(''), words.waitsLead], why: words.why },
    ...{ go: { label: words.waitsGo, link }, closing: [words.waitsHolds] },
  })
}
