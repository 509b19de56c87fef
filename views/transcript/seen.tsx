import { wordsIn } from '../words'
import type { Edition } from '../words/language'

/**
 * How far the other side has read, and the word for it. Never shown itself: while the newest
 * message is one's own and not newer than that, the browser kit puts the word beside its time.
 * Swapped live.
 */
export const Seen = ({ language, upTo }: { language: Edition; upTo: number }) => (
  <p id="seen" data-up-to={upTo} data-says={wordsIn(language).common.seen} hidden />
)
