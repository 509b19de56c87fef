import type { LetterState } from '../../actors/letter'
import type { DrawnLetter } from '../../views/letters/letter'
import type { Edition, Language } from '../../views/words/language'
import type { Clock } from '../clock'
import type { Letter } from '../store/ports/letters'
import type { Store } from '../store/store'

export type DrawingParts = {
  store: Store
  clock: Pick<Clock, 'now'>
  secret: string
  baseUrl: string
  /** A language as visitors read it now; left out, as it is built in. */
  edition?: (language: Language) => Edition
}

/** A letter as it goes: to whom, what it says by now, and by which address no more of it comes. */
export type Drawn = DrawnLetter & {
  to: { name: string; address: string }
  stop?: string
  attachments?: readonly Attachment[]
}
/** A file that comes with it. */
export type Attachment = { filename: string; content: string }
/** Why it does not go at all. */
export type Unsent = { state: Extract<LetterState, 'seen' | 'nobody'>; problem: string }

export type Draw = (parts: DrawingParts, letter: Letter) => Promise<Drawn | Unsent>
