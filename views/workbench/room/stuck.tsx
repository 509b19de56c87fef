import { Icon } from '../../parts/icon'
import { wordsIn } from '../../words'
import type { Language } from '../../words/language'

/** Says that a conversation cannot go on, while it is so. Swapped live as `#stuck`. */
export const Stuck = ({ language, stuck }: { language: Language; stuck: boolean }) => (
  <div id="stuck" role="status">
    {stuck && (
      <p class="banner-line warn">
        <Icon name="circleAlert" />
        <span>{wordsIn(language).workbench.stuck}</span>
      </p>
    )}
  </div>
)
