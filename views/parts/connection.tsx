import { memo } from '../memo'
import { wordsIn } from '../words'
import type { Edition } from '../words/language'

const draw = ({ language, plain }: { language: Edition; plain?: string }) => {
  const words = wordsIn(language).common.connection
  return (
    <p
      id="connection"
      class="connection"
      data-state="connecting"
      role="status"
      data-connecting={words.connecting}
      data-live={words.live}
      data-reconnecting={words.reconnecting}
      data-offline={words.offline}
      data-unreachable={words.unreachable}
    >
      <span class="plain">{plain ?? words.plain}</span>
    </p>
  )
}

/**
 * Whether the page is live, in words. The browser kit sets `data-state` and shows the words for
 * it; without JavaScript the plain ones stay. `data-unreachable` is for the kit, to say beside a
 * form whose request went nowhere.
 */
export const Connection = memo(draw, ({ language, plain }) => `${language} ${plain ?? '*'}`)
