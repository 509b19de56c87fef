import { Icon } from '../../parts/icon'
import { wordsIn } from '../../words'
import type { Language } from '../../words/language'

export type StuckProps = {
  language: Language
  /** Whether it cannot go on until somebody has put something right. */
  stuck: boolean
}

/** Says that a conversation cannot go on, while it is so. Swapped live as `#stuck`. */
export const Stuck = ({ language, stuck }: StuckProps) => (
  <div id="stuck" role="status">
    {stuck && (
      <p class="banner-line warn">
        <Icon name="circleAlert" />
        <span>{wordsIn(language).workbench.stuck}</span>
      </p>
    )}
  </div>
)
