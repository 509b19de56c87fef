import type { Entry, Notice } from '../../../actors/entry'
import { filesOf } from '../../../actors/sent-files'
import { type CardShape, cardIn, cardParts } from '../../../actors/text/card'
import { isRevised } from '../../../actors/text/revised'
import { wordsIn } from '../../words'
import { sizeText } from '../../words/files'
import { type Edition, languageOf } from '../../words/language'
import { tell } from '../../words/notice'
import { punctuation } from '../../words/punctuation'
import { clock, dayOf } from '../../words/times'
import type { Audience } from '../entry-props'
import { isPlaceholder } from '../placeholder'

/** A transcript that somebody takes along. */
export type TranscriptFile = {
  conversation: string
  entries: readonly Entry[]
  audience: Audience
  viewer: string
  language: Edition
  zone: string
  /** When it was saved, ms UTC. */
  now: number
}

/** A line of it: when, by whom, and what was said; `name` is empty for the desk. */
export type FileLine = {
  day: string
  time: string
  name: string
  text: string
  /** What came with it, each in a line: they are no part of this file. */
  files: string[]
  /** What it answers, in a word. */
  answers: string
  /** What else there is to say of it. */
  marks: string
  reactions: string
  isNote: boolean
}

export const linesOf = (file: TranscriptFile): FileLine[] =>
  file.entries
    .filter(({ body }, nth, all) => {
      const before = all[nth - 1]
      return !isPlaceholder(body) || before === undefined || !isPlaceholder(before.body)
    })
    .map((entry) => lineOf(file, entry))

export const noticeIn = ({ body }: Entry): Notice | null =>
  body.kind === 'notice' ? body.notice : null

const noteKinds: ReadonlySet<Entry['body']['kind']> = new Set(['note', 'answers', 'wrapUp'])

/** Whether somebody wrote it for colleagues alone. */
export const isNoteOf = ({ body }: Entry): boolean =>
  noteKinds.has(body.kind) || (body.kind === 'withdrawn' && body.inside)

const lineOf = (file: TranscriptFile, entry: Entry): FileLine => {
  const { zone, language } = file
  const { edited, withdrawn, transcript } = wordsIn(language).entries
  const isGone = entry.body.kind === 'withdrawn'
  const isNote = isNoteOf(entry)
  const { reactions = [] } = entry
  // What is for colleagues is answered among them alone.
  const quoted = entry.quoted?.inside && file.audience === 'visitor' ? undefined : entry.quoted
  const quote = quoted?.withdrawn ? withdrawn : quoted?.text
  return {
    ...{ day: dayOf(entry.at, zone), time: clock(entry.at, zone), isNote },
    name: nameOf(file, entry),
    text: isGone ? withdrawn : saidIn(file, entry),
    files: filesOf(entry.body).map(({ name, bytes }) => transcript.file(name, sizeText(bytes))),
    answers: quoted ? transcript.replies(nameOf(file, quoted), quote ?? '') : '',
    marks: [isNote ? transcript.note : '', isRevised(entry) ? edited : '']
      .filter(Boolean)
      .join(punctuation[languageOf(language)].list),
    reactions: isGone
      ? ''
      : reactions
          .map((each) => `${each.emoji} ${nameOf(file, each)}`)
          .join(punctuation[languageOf(language)].list),
  }
}

/** Its words: what a person said, or what the desk tells. */
export const saidIn = ({ language, audience, viewer }: TranscriptFile, entry: Entry): string => {
  const notice = noticeIn(entry)
  if (entry.body.kind === 'card') return cardLines(entry.text, entry.body)
  if (notice === null) return entry.text
  const isReader = notice.code === 'assigned' && notice.agent === viewer
  return tell(wordsIn(language).notices[audience], notice, isReader, entry.text)
}

/** A card as lines: what there is to press stands in brackets, with a tick what was pressed. */
const cardLines = (text: string, shape: CardShape): string => {
  const { buttons, fields, is: _, ...parts } = cardIn(text, shape)
  const pressed = buttons.map(
    (label, nth) => `[${shape.outcome?.button === nth ? '✓ ' : ''}${label}]`,
  )
  const asked = fields.map(({ label }) => `${label}: …`)
  const shown = cardParts.flatMap((part) => parts[part] ?? [])
  return [...shown, ...(pressed.length > 0 ? [pressed.join(' ')] : []), ...asked].join('\n')
}

const nameOf = (
  { audience, language }: TranscriptFile,
  { by, name }: { by: string; name: string },
): string => (audience === 'visitor' && by === 'visitor' ? wordsIn(language).entries.you : name)
