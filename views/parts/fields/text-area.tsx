import { describedBy, Field, type FieldProps } from './field'

type Area = Omit<FieldProps, 'children'> & {
  value?: string
  placeholder?: string
  rows?: number
  required?: boolean
}

export const TextArea = ({ label, hint, aside, problem, value, rows = 4, ...area }: Area) => (
  <Field name={area.name} id={area.id} label={label} hint={hint} aside={aside} problem={problem}>
    <textarea
      id={`field-${area.id ?? area.name}`}
      name={area.name}
      rows={rows}
      placeholder={area.placeholder}
      required={area.required}
      autofocus={area.autofocus}
      dir="auto"
      aria-invalid={problem ? 'true' : undefined}
      aria-describedby={describedBy({ name: area.name, id: area.id, hint, problem })}
    >
      {kept(value)}
    </textarea>
  </Field>
)

/**
 * HTML drops one line break at the start of a textarea; one more keeps the text whole. Forms send
 * each as CR LF, and a page reads that as one.
 */
export const kept = (text: string | undefined): string =>
  (/^[\r\n]/.test(text ?? '') ? '\n' : '') + (text ?? '')
