import type { ShownField, ShownForm } from '../../actors/start/form'
import { describedBy, TextField } from '../parts/fields/field'
import { SelectField } from '../parts/fields/select-field'
import { TextArea } from '../parts/fields/text-area'
import { wordsIn } from '../words'
import type { Language } from '../words/language'

export type AskedProps = {
  language: Language
  asked: ShownForm
  /** What was answered before it did not go, by the names of the fields. */
  answers: Readonly<Record<string, string>>
  problemOf: (field: string) => string | undefined
}

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
      {fields.map((field) => (
        <AskedField {...props} field={field} />
      ))}
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

type One = Omit<AskedProps, 'asked'> & { field: ShownField }

const AskedField = ({ field, language, answers, problemOf }: One) => {
  const { chat, start } = wordsIn(language)
  const name = `field.${field.key}`
  const common = {
    ...{ name, label: field.label, hint: field.help || undefined },
    ...{ aside: field.required ? undefined : chat.optional, value: answers[name] },
    problem: problemOf(name),
  }
  if (field.type === 'checkbox')
    return <Tick {...common} checked={Boolean(answers[name])} required={field.required} />
  if (field.type === 'select') {
    const options = [{ value: '', label: start.choose }, ...field.options]
    return <SelectField {...common} options={options} required={field.required} />
  }
  if (field.type === 'textarea') return <TextArea {...common} required={field.required} rows={3} />
  return (
    <TextField
      {...common}
      type={inputTypes[field.type]}
      required={field.required}
      autocomplete={autocompletes[field.key] ?? 'off'}
    />
  )
}

/** A number stays a text: people write it as they write numbers. */
const inputTypes = { text: 'text', number: 'text', email: 'email', phone: 'tel' } as const

const autocompletes: Readonly<Record<string, string>> = {
  name: 'name',
  email: 'email',
  phone: 'tel',
}

type Tick = {
  name: string
  value?: string
  label: string
  hint?: string
  required: boolean
  checked: boolean
  problem?: string
}

/** Something that is so, or is agreed to. */
const Tick = ({ name, value = 'yes', label, hint, required, checked, problem }: Tick) => (
  <div class="field tick">
    <label class="tick-label" for={`field-${name}`}>
      <input
        type="checkbox"
        id={`field-${name}`}
        name={name}
        value={value}
        checked={checked}
        required={required}
        aria-invalid={problem ? 'true' : undefined}
        aria-describedby={describedBy({ name, hint, problem })}
      />
      <span>{label}</span>
    </label>
    {hint && (
      <p class="hint" id={`${name}-hint`}>
        {hint}
      </p>
    )}
    {problem && (
      <p class="field-problem" id={`${name}-problem`}>
        {problem}
      </p>
    )}
  </div>
)

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
