import type { FieldType, ShownField } from '../../../actors/form/field'
import { wordsIn } from '../../words'
import type { Edition } from '../../words/language'
import { describedBy, TextField } from './field'
import { SelectField } from './select-field'
import { TextArea } from './text-area'

export type AskedFieldsProps = {
  language: Edition
  fields: readonly ShownField[]
  /** What was answered before it did not go, by the names of the fields. */
  answers: Readonly<Record<string, string>>
  problemOf: (field: string) => string | undefined
}

/** What the office asks: a visitor before a chat, an agent before it ends. */
export const AskedFields = ({ fields, ...props }: AskedFieldsProps) => (
  <>
    {fields.map((field) => (
      <AskedField {...props} field={field} />
    ))}
  </>
)

type One = Omit<AskedFieldsProps, 'fields'> & { field: ShownField }

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
  const choices = choicesOf(field, language)
  if (choices) {
    const options = [{ value: '', label: start.choose }, ...choices]
    return <SelectField {...common} options={options} required={field.required} />
  }
  if (field.type === 'textarea') return <TextArea {...common} required={field.required} rows={3} />
  return (
    <TextField
      {...common}
      type={inputTypes[field.type] ?? 'text'}
      required={field.required}
      autocomplete={autocompletes[field.key] ?? 'off'}
    />
  )
}

/** What there is to choose from; undefined for what is written. */
const choicesOf = ({ type, options }: ShownField, language: Edition) => {
  const { yes, no } = wordsIn(language).office
  if (type === 'select') return options
  const both = [
    { value: 'yes', label: yes },
    { value: 'no', label: no },
  ]
  return type === 'yesno' ? both : undefined
}

/** A number stays a text: people write it as they write numbers. */
const inputTypes: Readonly<Partial<Record<FieldType, 'email' | 'tel'>>> = {
  email: 'email',
  phone: 'tel',
}

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
export const Tick = ({ name, value = 'yes', label, hint, required, checked, problem }: Tick) => (
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
      <span dir="auto">{label}</span>
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
