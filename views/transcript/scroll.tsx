import type { Child } from 'hono/jsx'
import { wordsIn } from '../words'
import type { Language } from '../words/language'

/**
 * The window on a transcript. Its column runs in reverse, so it opens at the newest message and
 * stays there as others come, without a script: `scrollTop` is 0 at the end and negative above.
 */
export const Scroll = ({ language, children }: { language: Language; children?: Child }) => (
  <section id="scroll" class="scroll" tabindex={0} aria-label={wordsIn(language).chat.transcript}>
    <div class="scroll-in">{children}</div>
  </section>
)
