import { wordsIn } from '../../words'
import type { Edition } from '../../words/language'
import { type Input, TextField } from './field'

/** A password: dots, unless whoever types it wants to look at it. */
export const PasswordField = ({
  language,
  ...input
}: Omit<Input, 'type'> & { language: Edition }) => (
  <div class="password">
    <TextField {...input} type="password" />
    <button
      type="button"
      class="button quiet needs-js"
      data-reveals={`field-${input.id ?? input.name}`}
      aria-pressed="false"
    >
      {wordsIn(language).common.showPassword}
    </button>
  </div>
)
