import { z } from 'zod'
import {
  type FieldOption,
  type FormField,
  fieldLimits,
  fieldTypes,
  KEY,
} from '../../../actors/form/field'
import { holding } from '../../../actors/holds'
import { isProblem, Problem } from '../../../actors/problem'
import { digits, nameUpTo } from '../input'
import { read } from '../input/read'

const version = holding('value', z.string().max(64)).optional()
const line = (limit: number) => nameUpTo(limit).default('')

export const fieldForm = z.strictObject({
  version,
  /** Which one it changes; empty for a new one. */
  was: holding('value', z.string().max(fieldLimits.key)).default(''),
  key: holding('words', z.string()),
  type: z.enum(fieldTypes).default('text'),
  required: z.enum(['yes', 'no']).default('no'),
  pattern: line(fieldLimits.pattern),
  label_en: line(fieldLimits.label),
  label_zh: line(fieldLimits.label),
  help_en: line(fieldLimits.help),
  help_zh: line(fieldLimits.help),
  /** One a line: `value | English | 中文`. */
  options: holding('words', z.string().max(10_000)).default(''),
  /** Which of them it is, from 1; the last when it is left out. */
  place: z.union([z.int().min(1), digits(/^[1-9]\d?$/)]).optional(),
})

type Fields = readonly FormField[]

/** What a form asks, changed as somebody typed it: from which state, and how. */
export type FieldsChange = {
  version: string | undefined
  change: (fields: Fields) => Fields | Problem
}

/**
 * One more field, or another in the place of one that is there.
 * Problems: invalid (field); of the change missing, conflict `keyTaken` | `tooManyFields`.
 */
export const savedField = (input: unknown): FieldsChange | Problem => {
  const form = read(fieldForm, input)
  if (isProblem(form)) return form
  const field = fieldIn(form)
  if (isProblem(field)) return field
  const { version, was, place } = form
  return { version, change: (fields) => withField(fields, field, { was, place }) }
}

export const removalForm = z.strictObject({
  version,
  was: holding('value', z.string().max(fieldLimits.key)),
})

/** It is asked no longer. Problems: invalid (field); of the change missing. */
export const removedField = (input: unknown): FieldsChange | Problem => {
  const form = read(removalForm, input)
  if (isProblem(form)) return form
  const { version, was } = form
  return {
    version,
    change: (fields) =>
      fields.some(({ key }) => key === was)
        ? fields.filter(({ key }) => key !== was)
        : new Problem('missing', 'missing'),
  }
}

/** What the desk knows of everybody is asked in the form that it needs. */
const ownTypes: Readonly<Record<string, FormField['type']>> = {
  name: 'text',
  email: 'email',
  phone: 'phone',
}

/** What is chosen looks like nothing else. */
const chosen: ReadonlySet<FormField['type']> = new Set(['select', 'yesno', 'checkbox'])

const fieldIn = (form: z.output<typeof fieldForm>): FormField | Problem => {
  const key = form.key.trim()
  if (!KEY.test(key)) return new Problem('invalid', 'keyNotValid', { field: 'key' })
  if (form.label_en === '' && form.label_zh === '')
    return new Problem('invalid', 'labelMissing', { field: 'label_en' })
  const type = ownTypes[key] ?? form.type
  const options = type === 'select' ? optionsIn(form.options) : []
  if (isProblem(options)) return options
  return {
    ...{ key, type, required: form.required === 'yes', options },
    pattern: chosen.has(type) ? '' : form.pattern,
    label: { en: form.label_en, zh: form.label_zh },
    help: { en: form.help_en, zh: form.help_zh },
  }
}

const optionsIn = (text: string): FieldOption[] | Problem => {
  const options: FieldOption[] = []
  for (const each of text.split('\n').filter((one) => one.trim() !== '')) {
    const [value = '', en = '', zh = ''] = each.split('|')
    const names = [value, en, zh].map((name) => read(nameUpTo(fieldLimits.label), name))
    const wrong = names.find(isProblem)
    if (wrong)
      return new Problem('invalid', wrong.reason, { field: 'options', values: wrong.values })
    const [own = '', english = '', chinese = ''] = names.map(String)
    if (own === '' || options.some((option) => option.value === own)) continue
    options.push({ value: own, label: { en: english || own, zh: chinese || english || own } })
  }
  const max = fieldLimits.options
  if (options.length < 2) return new Problem('invalid', 'optionsMissing', { field: 'options' })
  return options.length > max
    ? new Problem('invalid', 'tooManyOptions', { field: 'options', values: { max } })
    : options
}

const withField = (
  fields: Fields,
  field: FormField,
  { was, place }: { was: string; place: number | undefined },
): Fields | Problem => {
  const at = fields.findIndex(({ key }) => key === was)
  if (was !== '' && at < 0) return new Problem('missing', 'missing')
  const others = fields.filter((_, nth) => nth !== at)
  if (others.some(({ key }) => key === field.key))
    return new Problem('conflict', 'keyTaken', { field: 'key' })
  const max = fieldLimits.fields
  if (others.length >= max) return new Problem('conflict', 'tooManyFields', { values: { max } })
  const to = place === undefined ? (at < 0 ? others.length : at) : place - 1
  return others.toSpliced(Math.min(to, others.length), 0, field)
}
