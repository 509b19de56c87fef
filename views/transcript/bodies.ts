import type { Child } from 'hono/jsx'
import type { Body } from '../../actors/entry'
import { wordsIn } from '../words'
import { Answers, WrapUp } from './answers'
import { CardAnswerMessage, CardMessage } from './card'
import type { BodyOf, EntryProps } from './entry-props'
import { InsideMessage, Message, Withdrawn } from './message'
import { Notice } from './notice'

type Kind = Body['kind']
type Drawing<K extends Kind> = {
  /** Its word in `data-kind`. */
  word: string
  /** Marked as what only colleagues see. */
  inside?: true
  draw(props: EntryProps, body: BodyOf<K>): Child
}

/** How each kind of entry is drawn: here a new kind gets its component. */
const drawings: { [K in Kind]: Drawing<K> } = {
  text: { word: 'said', draw: Message },
  note: {
    ...{ word: 'noted', inside: true },
    draw: (props) => InsideMessage(props, 'lock', wordsIn(props.language).workbench.note.seenBy),
  },
  whisper: {
    ...{ word: 'whispered', inside: true },
    draw: (props) => InsideMessage(props, 'eye', wordsIn(props.language).workbench.whisper.seenBy),
  },
  card: { word: 'said', draw: CardMessage },
  cardAnswer: { word: 'said', draw: CardAnswerMessage },
  answers: { word: 'noted', inside: true, draw: Answers },
  wrapUp: { word: 'noted', inside: true, draw: WrapUp },
  withdrawn: { word: 'said', draw: Withdrawn },
  // It changes another entry, and is shown with that one.
  reaction: { word: 'said', draw: () => '' },
  notice: { word: 'noticed', draw: Notice },
}

/** The cast is sound: a body and its drawing come from the same key. */
export const drawingOf = ({ kind }: Body) => drawings[kind] as Drawing<Kind>
