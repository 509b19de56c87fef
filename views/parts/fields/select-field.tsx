import { Icon } from '../icon'
import { describedBy, Field, type FieldProps } from './field'

export type Option = { value: string; label: string; id?: string }

type Select = Omit<FieldProps, 'children'> & {
  options: readonly Option[]
  value?: string
  required?: boolean
  /** The page that has what is asked besides, when something is chosen here. */
  asks?: string
}

export const SelectField = ({ options, value, required, asks, ...field }: Select) => (
  <Field {...field}>
    <span class="select">
      <select
        id={`field-${field.id ?? field.name}`}
        name={field.name}
        autofocus={field.autofocus}
        required={required}
        data-asks={asks}
        aria-invalid={field.problem ? 'true' : undefined}
        aria-describedby={describedBy(field)}
      >
        {options.map((option) => (
          <option value={option.value} selected={option.value === value} id={option.id}>
            {option.label}
          </option>
        ))}
      </select>
      <Icon name="chevronDown" />
    </span>
  </Field>
)
