import { memo } from '../memo'
import { wordsIn } from '../words'
import { kitWords } from '../words/files'
import type { Edition } from '../words/language'

type Pending = { language: Edition; by: 'visitor' | 'agent' }

const draw = ({ language, by }: Pending) => {
  const { outbox } = wordsIn(language).common
  return (
    <template id="pending" data-files={JSON.stringify(kitWords(wordsIn(language).files))}>
      <li class="entry" data-kind="said" data-by={by} data-side="mine" data-pending="sending">
        <div class="body" dir="auto" hx-ignore="" />
        <p class="meta">
          <span data-when="sending" data-says={outbox.sending} />
          <span data-when="waiting" data-says={outbox.waiting} />
          <span data-when="failed" data-says={outbox.failed} />
          <button
            type="button"
            class="retry"
            data-when="failed"
            aria-label={outbox.retry}
            data-says={outbox.retry}
          />
        </p>
      </li>
    </template>
  )
}

/**
 * The shape of a message on its way, for the browser kit to fill: it clones this, sets the id
 * (`e-<client_id>`) and the text of `.body`, and moves `data-pending` through `sending`,
 * `waiting` (will be tried again) and `failed`. Its words are put in when the page is opened. It
 * becomes the entry with the same id.
 */
export const PendingTemplate = memo(draw, ({ language, by }) => `${language} ${by}`)
