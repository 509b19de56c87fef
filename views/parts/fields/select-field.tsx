import { Icon } from '../icon'
import { describedBy, Field, type FieldProps } from './field'

export type Option = { value: string; label: string; id?: string }

export const SelectField = ({
  options,
  value,
  ...field
}: Omit<FieldProps, 'children'> & { options: readonly Option[]; value?: string }) => (
  <Field {...field}>
    <span class="select">
      <select
        id={`field-${field.name}`}
        name={field.name}
        autofocus={field.autofocus}
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
