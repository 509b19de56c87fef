import { Avatar } from '../parts/avatar'
import { wordsIn } from '../words'
import type { Edition } from '../words/language'

type Typing = { language: Edition; who: { id: string; name: string } | null }

/**
 * Somebody's keys are moving. It fades by itself after some seconds, so a lost "stopped
 * typing" does no harm; each new one starts it over.
 */
export const Typing = ({ language, who }: Typing) => (
  <div id="typing" class="typing">
    {who && (
      <p class="typing-now">
        <Avatar id={who.id} name={who.name} small />
        <span class="dots" aria-hidden="true">
          <i />
          <i />
          <i />
        </span>
        <span class="sr">{wordsIn(language).common.typing(who.name)}</span>
      </p>
    )}
  </div>
)
