import { limits } from '../../../actors/limits'
import { type Edition, languageOf } from '../../words/language'
import { newPasswordWords } from '../../words/new-password'
import type { FieldProps } from './field'
import { PasswordField } from './password-field'

/**
 * A password that somebody chooses: its rule is a sentence, and where scripts run (`newPasswordScripts`)
 * it is told while they type how hard theirs is to guess. What the desk asks of it is `passwordProblem`.
 * It reads what else is in the form as a name or an address: a password of these is easy to guess.
 */
export const NewPasswordField = ({
  language,
  ...field
}: Pick<FieldProps, 'name' | 'label' | 'problem' | 'autofocus'> & { language: Edition }) => {
  const { hint, strength } = newPasswordWords[languageOf(language)]
  const words = { ...strength, short: strength.short(limits.passwordMin) }
  return (
    <div class="new-password">
      <PasswordField
        {...field}
        language={language}
        hint={hint(limits.passwordMin)}
        autocomplete="new-password"
        required
      />
      <div
        class="strength needs-js"
        data-strength-of={`field-${field.name}`}
        data-min={limits.passwordMin}
        data-words={JSON.stringify(words)}
      >
        <span class="strength-bar" aria-hidden="true">
          {Array.from({ length: 4 }, () => (
            <i />
          ))}
        </span>
        <p class="hint" role="status" />
      </div>
    </div>
  )
}
