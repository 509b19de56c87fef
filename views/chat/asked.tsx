import type { ShownForm } from '../../actors/start/form'
import { AskedFields, type AskedFieldsProps, Tick } from '../parts/fields/asked-fields'
import { wordsIn } from '../words'

export type AskedProps = Omit<AskedFieldsProps, 'fields'> & { asked: ShownForm }

/** Where the office asks nothing. */
export const nothingAsked: ShownForm = { fields: [], consent: null, greeting: '', questions: [] }

/** What the office asks before a chat, as the chosen department does. */
export const Asked = ({ asked, ...props }: AskedProps) => {
  const words = wordsIn(props.language).start
  const { fields, consent } = asked
  if (fields.length === 0 && !consent) return null
  return (
    <fieldset class="asked">
      {fields.length > 0 && <legend>{words.asked}</legend>}
      <AskedFields {...props} fields={fields} />
      {consent && (
        <Tick
          name="consent"
          value={consent.mark}
          label={consent.text}
          required={consent.required}
          checked={Boolean(props.answers.consent) && !props.problemOf('consent')}
          problem={props.problemOf('consent')}
        />
      )}
    </fieldset>
  )
}

/** What is asked often: pressed, it is the first message, with what was written below it. */
export const Questions = ({ asked, language }: Pick<AskedProps, 'asked' | 'language'>) => {
  const { chat, start } = wordsIn(language)
  if (asked.questions.length === 0) return null
  return (
    <div class="field">
      <p class="hint" id="questions">
        {start.questions}
      </p>
      <fieldset class="questions" aria-labelledby="questions">
        {/* Enter in a field presses the first button of a form, and asks no question by that. */}
        <input type="submit" value={chat.start} aria-label={chat.start} hidden />
        {asked.questions.map((question) => (
          <button
            type="submit"
            class="button plain"
            name="question"
            value={question}
            formnovalidate
            dir="auto"
          >
            {question}
          </button>
        ))}
      </fieldset>
    </div>
  )
}
