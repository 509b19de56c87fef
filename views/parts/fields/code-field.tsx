import { describedBy, Field, type FieldProps } from './field'

type CodeField = Omit<FieldProps, 'name' | 'id' | 'children'> & {
  /** Letters too: phones show all keys then. */
  letters?: boolean
}

/** A code that is typed from somewhere else. */
export const CodeField = ({ letters = false, autofocus, ...field }: CodeField) => (
  <Field {...field} name="one_time_code">
    <input
      id="field-one_time_code"
      name="one_time_code"
      type="text"
      class="code"
      inputmode={letters ? undefined : 'numeric'}
      autocomplete={letters ? 'off' : 'one-time-code'}
      autocapitalize="off"
      spellcheck={false}
      dir="ltr"
      required
      autofocus={autofocus}
      aria-invalid={field.problem ? 'true' : undefined}
      aria-describedby={describedBy({ ...field, name: 'one_time_code' })}
    />
  </Field>
)
