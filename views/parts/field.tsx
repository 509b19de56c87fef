import type { Child } from 'hono/jsx'
import { Icon } from './icon'

type Field = {
  /** Also the id of the input is made of it. */
  name: string
  label: string
  hint?: string
  /** Beside the label, in grey: `optional`. */
  aside?: string
  problem?: string
  children?: Child
}

const describedBy = ({ name, hint, problem }: Pick<Field, 'name' | 'hint' | 'problem'>) =>
  [hint && `${name}-hint`, problem && `${name}-problem`].filter(Boolean).join(' ') || undefined

/** Label, control, hint and problem, tied together for screen readers. */
export const Field = ({ name, label, hint, aside, problem, children }: Field) => (
  <div class="field">
    <label for={`field-${name}`}>
      {label}
      {aside && <span class="aside"> {aside}</span>}
    </label>
    {children}
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

/** One sentence on a whole form: why it did not go. Nothing while there is none. */
export const FormProblem = ({ says }: { says: string | undefined }) =>
  says ? (
    <p class="form-problem" role="alert">
      {says}
    </p>
  ) : null

type Input = Omit<Field, 'children'> & {
  type?: 'text' | 'email' | 'password'
  value?: string
  placeholder?: string
  autocomplete?: string
  required?: boolean
  autofocus?: boolean
  minlength?: number
  maxlength?: number
}

export const TextField = ({ label, hint, aside, problem, type = 'text', ...input }: Input) => (
  <Field name={input.name} label={label} hint={hint} aside={aside} problem={problem}>
    <input
      id={`field-${input.name}`}
      name={input.name}
      type={type}
      value={input.value}
      placeholder={input.placeholder}
      autocomplete={input.autocomplete}
      required={input.required}
      autofocus={input.autofocus}
      minlength={input.minlength}
      maxlength={input.maxlength}
      dir={type === 'text' ? 'auto' : undefined}
      aria-invalid={problem ? 'true' : undefined}
      aria-describedby={describedBy({ name: input.name, hint, problem })}
    />
  </Field>
)

type Area = Omit<Field, 'children'> & {
  value?: string
  placeholder?: string
  rows?: number
  required?: boolean
  maxlength?: number
}

export const TextArea = ({ label, hint, aside, problem, value, rows = 4, ...area }: Area) => (
  <Field name={area.name} label={label} hint={hint} aside={aside} problem={problem}>
    <textarea
      id={`field-${area.name}`}
      name={area.name}
      rows={rows}
      placeholder={area.placeholder}
      required={area.required}
      maxlength={area.maxlength}
      dir="auto"
      aria-invalid={problem ? 'true' : undefined}
      aria-describedby={describedBy({ name: area.name, hint, problem })}
    >
      {kept(value)}
    </textarea>
  </Field>
)

/** `maxlength` counts UTF-16 units and an emoji is two: lets through all that may be right. */
export const units = (codePoints: number): number => codePoints * 2

/** HTML drops one line break at the start of a textarea; one more keeps the text whole. */
export const kept = (text: string | undefined): string =>
  (text?.startsWith('\n') ? '\n' : '') + (text ?? '')

export type Option = { value: string; label: string }

export const SelectField = ({
  options,
  value,
  ...field
}: Omit<Field, 'children'> & { options: readonly Option[]; value?: string }) => (
  <Field {...field}>
    <span class="select">
      <select
        id={`field-${field.name}`}
        name={field.name}
        aria-invalid={field.problem ? 'true' : undefined}
        aria-describedby={describedBy(field)}
      >
        {options.map((option) => (
          <option value={option.value} selected={option.value === value}>
            {option.label}
          </option>
        ))}
      </select>
      <Icon name="chevronDown" />
    </span>
  </Field>
)
