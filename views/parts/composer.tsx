import { memo } from '../memo'
import { wordsIn } from '../words'
import type { Language } from '../words/language'
import { kept } from './fields/text-area'
import { Icon } from './icon'

export type ComposerProps = {
  language: Language
  action: string
  /** Fresh for every form: the id the next message will have. */
  clientId: string
  /** Which conversation the browser's outbox files it under. */
  conversation: string
  placeholder: string
  /** What was written but not sent. */
  draft?: string
  /** Why it was not sent, as a sentence. */
  problem?: string
  /** The field takes the cursor when the page opens. */
  focus?: boolean
}

/**
 * Where a message is written. A plain form; the browser's outbox takes it over. What a feed brings
 * never touches one that is there: somebody may be writing in it.
 */
export const Composer = ({ language, ...props }: ComposerProps) => (
  <form
    id="composer"
    class="composer"
    method="post"
    action={props.action}
    data-outbox={props.conversation}
    hx-morph-skip=""
  >
    <input type="hidden" name="client_id" value={props.clientId} />
    <ComposerProblem problem={props.problem} />
    <div class="composer-row">
      <textarea
        name="text"
        rows={1}
        dir="auto"
        required
        autofocus={props.focus}
        placeholder={props.placeholder}
        aria-label={props.placeholder}
        aria-describedby="composer-problem"
      >
        {kept(props.draft)}
      </textarea>
      <Send language={language} />
    </div>
  </form>
)

const Send = memo(
  ({ language }: { language: Language }) => (
    <button class="button primary send" type="submit">
      <span class="label">{wordsIn(language).chat.send}</span>
      <Icon name="send" />
    </button>
  ),
  ({ language }) => language,
)

/** The composer's error slot: empty while all is well. */
const ComposerProblem = ({ problem }: { problem?: string }) => (
  <p id="composer-problem" class="form-problem" role="alert">
    {problem}
  </p>
)
