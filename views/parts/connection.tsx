import { memo } from '../memo'
import { wordsIn } from '../words'
import type { Edition } from '../words/language'

type Props = {
  language: Edition
  plain?: string
  /** Why nothing goes between this page and the desk, in the desk's words; left out while it does. */
  refused?: string
}

const draw = ({ language, plain, refused }: Props) => {
  const words = wordsIn(language).common.connection
  return (
    <p
      id="connection"
      class="connection"
      data-state={refused ?? 'connecting'}
      role="status"
      data-connecting={words.connecting}
      data-live={words.live}
      data-reconnecting={words.reconnecting}
      data-offline={words.offline}
      data-over={words.over}
      data-unreachable={words.unreachable}
    >
      <span class="plain">{refused ?? plain ?? words.plain}</span>
    </p>
  )
}

/**
 * Whether the page is live, in words. The browser kit sets `data-state` and shows the words for
 * it; without JavaScript the plain ones stay. `data-unreachable` is for the kit, to say beside a
 * form whose request went nowhere. What is none of its words as a state is said as it is: the desk's own
 * sentence, why it refuses this page.
 */
export const Connection = memo(
  draw,
  ({ language, plain, refused }) => `${language} ${plain ?? '*'} ${refused ?? ''}`,
)
