import { wordsIn } from '../words'
import type { Language } from '../words/language'

/**
 * That the other side has seen one's last message. It has read up to this seq; the browser kit
 * shows the word while the newest message is one's own and not newer than that. Swapped live.
 */
export const Seen = ({ language, upTo }: { language: Language; upTo: number }) => (
  <p id="seen" class="seen" data-up-to={upTo} hidden>
    {wordsIn(language).common.seen}
  </p>
)
