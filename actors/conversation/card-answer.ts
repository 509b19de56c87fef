import type { Entry } from '../entry'
import type { Answered } from '../text/answers'
import type { CardOutcome, CardShape } from '../text/card'

/** What was done on a card, and the card as it stands in the transcript: its words change no more. */
export type CardAnswer = CardOutcome &
  Pick<Answered, 'fields'> & {
    card: Pick<Entry, 'clientId' | 'seq' | 'text'> & { shape: CardShape }
  }
