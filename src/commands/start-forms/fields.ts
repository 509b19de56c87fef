import { z } from 'zod'
import { holding } from '../../../actors/holds'
import { isProblem, Problem } from '../../../actors/problem'
import {
  type FieldOption,
  type FormField,
  fieldTypes,
  formLimits,
  type StartForm,
} from '../../../actors/start/form'
import type { Desk } from '../desk'
import { digits, nameUpTo } from '../input'
import { read } from '../input/read'
import { changeStartForm } from './change'

const version = holding('value', z.string().max(64)).optional()
const line = (limit: number) => nameUpTo(limit).default('')

export const fieldForm = z.strictObject({
  version,
  /** Which one it changes; empty for a new one. */
  was: holding('value', z.string().max(formLimits.key)).default(''),
  key: holding('words', z.string()),
  type: z.enum(fieldTypes).default('text'),
  required: z.enum(['yes', 'no']).default('no'),
  pattern: line(formLimits.pattern),
  label_en: line(formLimits.label),
  label_zh: line(formLimits.label),
  help_en: line(formLimits.help),
  help_zh: line(formLimits.help),
  /** One a line: `value | English | 中文`. */
  options: holding('words', z.string().max(10_000)).default(''),
  /** Which of them it is, from 1; the last when it is left out. */
  place: z.union([z.int().min(1), digits(/^[1-9]\d?$/)]).optional(),
})

/**
 * Asks something before a chat, or asks it otherwise.
 * Problems: invalid (field), missing, conflict `keyTaken` | `changedMeanwhile`.
 */
export const saveField = async (
  desk: Desk,
  of: string,
  input: unknown,
): Promise<null | Problem> => {
  const form = read(fieldForm, input)
  if (isProblem(form)) return form
  const field = fieldIn(form)
  if (isProblem(field)) return field
  return changeStartForm(desk, of, form.version, (before) =>
    withField(before, field, { was: form.was, place: form.place }),
  )
}

export const removalForm = z.strictObject({
  version,
  was: holding('value', z.string().max(formLimits.key)),
})

/** Asks it no longer; what was answered stays. Problems: missing, conflict `changedMeanwhile`. */
export const removeField = async (
  desk: Desk,
  of: string,
  input: unknown,
): Promise<null | Problem> => {
  const form = read(removalForm, input)
  if (isProblem(form)) return form
  return changeStartForm(desk, of, form.version, (before) =>
    before.fields.some(({ key }) => key === form.was)
      ? { ...before, fields: before.fields.filter(({ key }) => key !== form.was) }
      : new Problem('missing', 'missing'),
  )
}

/** What the desk knows of everybody is asked in the form that it needs. */
const ownTypes: Readonly<Record<string, FormField['type']>> = {
  name: 'text',
  email: 'email',
  phone: 'phone',
}

const fieldIn = (form: z.output<typeof fieldForm>): FormField | Problem => {
  const key = form.key.trim()
  if (!/^[a-z][a-z0-9_-]{0,31}$/.test(key))
    return new Problem('invalid', 'keyNotValid', { field: 'key' })
  if (form.label_en === '' && form.label_zh === '')
    return new Problem('invalid', 'labelMissing', { field: 'label_en' })
  const type = ownTypes[key] ?? form.type
  const options = type === 'select' ? optionsIn(form.options) : []
  if (isProblem(options)) return options
  return {
    ...{ key, type, required: form.required === 'yes', options },
    pattern: type === 'select' || type === 'checkbox' ? '' : form.pattern,
    label: { en: form.label_en, zh: form.label_zh },
    help: { en: form.help_en, zh: form.help_zh },
  }
}

const optionsIn = (text: string): FieldOption[] | Problem => {
  const options: FieldOption[] = []
  for (const each of text.split('\n').filter((one) => one.trim() !== '')) {
    const [value = '', en = '', zh = ''] = each.split('|')
    const names = [value, en, zh].map((name) => read(nameUpTo(formLimits.label), name))
    const wrong = names.find(isProblem)
    if (wrong)
      return new Problem('invalid', wrong.reason, { field: 'options', values: wrong.values })
    const [own = '', english = '', chinese = ''] = names.map(String)
    if (own === '' || options.some((option) => option.value === own)) continue
    options.push({ value: own, label: { en: english || own, zh: chinese || english || own } })
  }
  const max = formLimits.options
  if (options.length < 2) return new Problem('invalid', 'optionsMissing', { field: 'options' })
  return options.length > max
    ? new Problem('invalid', 'tooManyOptions', { field: 'options', values: { max } })
    : options
}

const withField = (
  form: StartForm,
  field: FormField,
  { was, place }: { was: string; place: number | undefined },
): StartForm | Problem => {
  const at = form.fields.findIndex(({ key }) => key === was)
  if (was !== '' && at < 0) return new Problem('missing', 'missing')
  const others = form.fields.filter((_, nth) => nth !== at)
  if (others.some(({ key }) => key === field.key))
    return new Problem('conflict', 'keyTaken', { field: 'key' })
  const max = formLimits.fields
  if (others.length >= max) return new Problem('conflict', 'tooManyFields', { values: { max } })
  const to = place === undefined ? (at < 0 ? others.length : at) : place - 1
  return { ...form, fields: others.toSpliced(Math.min(to, others.length), 0, field) }
}
