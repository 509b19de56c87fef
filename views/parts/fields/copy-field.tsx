import { wordsIn } from '../../words'
import type { Language } from '../../words/language'
import { Icon } from '../icon'

/** Signs of what is copied that a line has room for where a browser does not fit the field to them. */
const LINE_CHARS = 44

/**
 * What somebody takes elsewhere, such as a link, a key, lines for a page: all of it is to be seen, and goes
 * to the clipboard by a press. Without a script it is marked and copied by hand.
 */
export const CopyField = ({ id, label, value, language }: CopyFieldProps) => {
  const { copy, copied } = wordsIn(language).office
  const lines = value.split('\n').map((line) => Math.max(1, Math.ceil(line.length / LINE_CHARS)))
  return (
    <div class="to-copy">
      <textarea
        class="code"
        id={id}
        readonly
        rows={lines.reduce((sum, each) => sum + each, 0)}
        dir="ltr"
        spellcheck={false}
        aria-label={label}
      >
        {value}
      </textarea>
      <p class="actions needs-js">
        <button type="button" class="button" data-copies={id}>
          <Icon name="copy" />
          {copy}
          <span class="sr"> {label}</span>
        </button>
        <span class="copied" role="status" data-says={copied} />
      </p>
    </div>
  )
}
type CopyFieldProps = { id: string; label: string; value: string; language: Language }
