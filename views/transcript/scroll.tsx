import type { Child } from 'hono/jsx'
import { memo } from '../memo'
import { Icon } from '../parts/icon'
import { Says } from '../parts/says'
import { wordsIn } from '../words'
import type { Edition } from '../words/language'

/**
 * The window on a transcript. Its column runs in reverse, so it opens at the newest message and
 * stays there as others come, without a script: `scrollTop` is 0 at the end and negative above.
 * The browser kit shows `#newest` when something came while the reader was further up.
 */
export const Scroll = ({ language, children }: { language: Edition; children?: Child }) => {
  const words = wordsIn(language).chat
  return (
    <div class="scroll-frame">
      <section id="scroll" class="scroll" tabindex={0} aria-label={words.transcript}>
        <div class="scroll-in">{children}</div>
      </section>
      <Newest language={language} />
    </div>
  )
}

const Newest = memo(
  ({ language }: { language: Edition }) => (
    <button
      id="newest"
      class="button newest"
      type="button"
      hidden
      aria-label={wordsIn(language).chat.tail}
    >
      <Icon name="arrowDown" />
      <Says words={wordsIn(language).chat.tail} />
    </button>
  ),
  ({ language }) => language,
)
