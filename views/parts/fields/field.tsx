import type { Child } from 'hono/jsx'

export type FieldProps = {
  /** Also the id of the input is made of it, where that has none of its own. */
  name: string
  /** Where several forms of a page have a field of this name. */
  id?: string
  label: string
  hint?: string
  /** Beside the label, in grey: `optional`. */
  aside?: Child
  problem?: string
  /** In focus when the page is opened. */
  autofocus?: boolean
  children?: Child
}

/** Ids of what a control is explained by. */
export const describedBy = ({
  name,
  id = name,
  hint,
  problem,
}: Pick<FieldProps, 'name' | 'id' | 'hint' | 'problem'>) =>
  [hint && `${id}-hint`, problem && `${id}-problem`].filter(Boolean).join(' ') || undefined

/** Label, control, hint and problem, tied together for screen readers. */
export const Field = ({ name, id = name, label, hint, aside, problem, children }: FieldProps) => (
  <div class="field">
    <label for={`field-${id}`}>
      {label}
      {aside && <span class="aside"> {aside}</span>}
    </label>
    {children}
    {hint && (
      <p class="hint" id={`${id}-hint`}>
        {hint}
      </p>
    )}
    {problem && (
      <p class="field-problem" id={`${id}-problem`}>
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

/**
 * A browser's own limits count UTF-16 units, and cut what is pasted without a word: the desk counts
 * code points, and says so.
 */
export type Input = Omit<FieldProps, 'children'> & {
  type?: 'text' | 'email' | 'password' | 'tel'
  value?: string
  placeholder?: string
  autocomplete?: string
  required?: boolean
}

export const TextField = ({ label, hint, aside, problem, type = 'text', ...input }: Input) => (
  <Field name={input.name} id={input.id} label={label} hint={hint} aside={aside} problem={problem}>
    <input
      id={`field-${input.id ?? input.name}`}
      name={input.name}
      type={type}
      value={input.value}
      placeholder={input.placeholder}
      autocomplete={input.autocomplete}
      required={input.required}
      autofocus={input.autofocus}
      dir={type === 'text' ? 'auto' : undefined}
      aria-invalid={problem ? 'true' : undefined}
      aria-describedby={describedBy({ name: input.name, id: input.id, hint, problem })}
    />
  </Field>
)
