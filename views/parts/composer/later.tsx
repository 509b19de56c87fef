import calendarClock from 'lucide-static/icons/calendar-clock.svg' with { type: 'text' }
import { wordsIn } from '../../words'
import type { Edition } from '../../words/language'
import { Button } from '../button'
import { drawn } from '../icon'

/** Times that need no thought, as the form takes them. */
const presets = ['1h', 'tomorrow', 'monday'] as const

/** What else can be done with a message than to send it: later, or not at all yet. */
export type SendingLater = {
  /** Where drafts are kept. */
  draft: string
  /** Newest line of the page. */
  seq: number
  /** There is a draft of what is in the composer. */
  isDrafted: boolean
  /** A colleague has written since: it was not sent. */
  isStale: boolean
}

const icon = drawn(calendarClock)

/** The fields that say from when it is, for the desk to see what its writer had not seen. */
export const LaterFields = ({ seq, isDrafted }: SendingLater) => (
  <>
    <input type="hidden" name="seq" value={seq} />
    {isDrafted && <input type="hidden" name="drafted" value="1" />}
  </>
)

export const LaterMenu = ({ draft, language }: SendingLater & { language: Edition }) => {
  const words = wordsIn(language).together.later
  return (
    <details class="later" name="composer-menu">
      <summary class="button quiet" aria-label={words.menu} title={words.menu}>
        {icon}
      </summary>
      <div class="menu">
        {presets.map((preset) => (
          <Button tone="quiet" name="send_preset" value={preset}>
            {words.presets[preset]}
          </Button>
        ))}
        <div class="pick-time">
          <label for="send-at">{words.at}</label>{' '}
          <input id="send-at" type="datetime-local" name="send_at" />
          <Button name="send_preset" value="at">
            {words.send}
          </Button>
        </div>
        <p class="hint">{words.hint}</p>
        <Button tone="quiet" to={draft}>
          {words.keep}
        </Button>
      </div>
    </details>
  )
}

/** What can be done with an answer that is older than what a colleague wrote. */
export const StaleChoice = ({ draft, isStale, language }: SendingLater & { language: Edition }) => {
  const words = wordsIn(language).together.stale
  return (
    <fieldset class="stale-choice" hidden={!isStale} aria-label={words.label}>
      <Button name="anyway" value="1">
        {words.anyway}
      </Button>
      <Button tone="quiet" to={draft}>
        {words.keep}
      </Button>
      <Button tone="quiet" to={draft} name="discard" value="1">
        {words.discard}
      </Button>
    </fieldset>
  )
}
