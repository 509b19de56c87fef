import { memo } from '../memo'
import { wordsIn } from '../words'
import type { Language } from '../words/language'

const states = ['connecting', 'live', 'reconnecting', 'offline'] as const

const draw = ({ language, plain }: { language: Language; plain?: string }) => {
  const words = wordsIn(language).common.connection
  return (
    <p id="connection" class="connection" data-state="connecting" role="status">
      {states.map((state) => (
        <span data-when={state}>{words[state]}</span>
      ))}
      <span data-when="plain">{plain ?? words.plain}</span>
      <span data-when="unreachable">{words.unreachable}</span>
    </p>
  )
}

/**
 * Whether the page is live, in words. The browser kit sets `data-state`; the stylesheet shows
 * the words for it, and without JavaScript the plain ones. The last are for the kit, to say
 * beside a form whose request went nowhere.
 */
export const Connection = memo(draw, ({ language, plain }) => `${language} ${plain ?? ''}`)
