import type { Entry, WithFiles } from '../entry'
import type { CardOutcome, CardShape, FilledIn } from '../text/card'

/** What was done on a card, and the card as it stands in the transcript: its words change no more. */
export type CardAnswer = CardOutcome & {
  fields: FilledIn
  card: Pick<Entry, 'clientId' | 'seq' | 'text'> & { shape: CardShape } & WithFiles
}
