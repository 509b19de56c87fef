import { type FormField, fieldLimits, labelOf, said } from '../../../actors/form/field'
import { looksLike } from '../../../actors/form/pattern'
import { limits } from '../../../actors/limits'
import { isProblem, Problem } from '../../../actors/problem'
import { type Answer, answersText } from '../../../actors/text/answers'
import { codePoints, hasVisible } from '../../../actors/text/visible'
import { profileLimits } from '../../../actors/visitor/profile'
import { email, personName } from '../input'
import { read } from '../input/read'

/** How the fields that the office defined are called in a form. */
export const FIELD = 'field.'

/** The fields of a form that the office defined, and all others. */
export const splitFields = (input: unknown) => {
  const isDefined = ([name]: [string, unknown]) => name.startsWith(FIELD)
  const all = Object.entries({ ...(input as Record<string, unknown>) })
  return {
    defined: Object.fromEntries(all.filter(isDefined)),
    others: Object.fromEntries(all.filter((each) => !isDefined(each))),
  }
}

type How = {
  /** Of who answers. */
  language: string
  /** Whether something else asks for it: then an answer to it counts for nothing here. */
  isKnown?: (key: string) => boolean
}

/**
 * Reads what was answered to fields; of what was left empty there is no answer.
 * Problems: invalid `fieldUnknown` | `answerMissing` | `answerNotAsked` | `textTooLong` | … (field).
 */
export const readAnswers = (
  fields: readonly FormField[],
  defined: Record<string, unknown>,
  { language, isKnown = () => false }: How,
): Answer[] | Problem => {
  const asked = new Set(fields.map(({ key }) => `${FIELD}${key}`))
  const unknown = Object.keys(defined).find(
    (name) => !asked.has(name) && !isKnown(name.slice(FIELD.length)),
  )
  if (unknown !== undefined)
    return new Problem('invalid', 'fieldUnknown', { field: unknown, values: { field: unknown } })
  const answers: Answer[] = []
  for (const field of fields) {
    const label = labelOf(field, language)
    const value = readAnswer(field, defined[`${FIELD}${field.key}`] ?? '', label)
    if (isProblem(value)) return value
    if (value === '') continue
    const option = field.options.find((one) => one.value === value)
    const shown = option ? said(option.label, language) || value : value
    answers.push({ key: field.key, label, value, ...(shown === value ? {} : { shown }) })
  }
  return tooLong(answers) ?? answers
}

/** All of them stand in one entry. */
const tooLong = (answers: readonly Answer[]): Problem | null => {
  const count = codePoints(answersText(answers))
  if (count <= limits.text) return null
  const longest = answers.toSorted((one, other) => other.value.length - one.value.length)[0]
  return new Problem('invalid', 'textTooLong', {
    ...(longest ? { field: `${FIELD}${longest.key}` } : {}),
    values: { count, limit: limits.text },
  })
}

const readAnswer = (field: FormField, sent: unknown, label: string): string | Problem => {
  const name = `${FIELD}${field.key}`
  const refuse = (reason: Problem['reason'], values: Record<string, string | number> = {}) =>
    new Problem('invalid', reason, { field: name, values: { field: label, ...values } })
  if (typeof sent !== 'string') return refuse('fieldNotValid')
  const text = clean(sent)
  if (!hasVisible(text)) return field.required ? refuse('answerMissing') : ''
  const limit = field.type === 'textarea' ? fieldLimits.longAnswer : fieldLimits.answer
  if (codePoints(text) > limit) return refuse('textTooLong', { count: codePoints(text), limit })
  const value = readers[field.type](text, field)
  if (value instanceof Problem) return refuse(value.reason, { ...value.values })
  if (value === undefined) return refuse('answerNotAsked')
  if (field.pattern !== '' && !looksLike(value, field.pattern))
    return refuse('answerNotLike', { pattern: field.pattern })
  return value
}

/** Control characters say nothing, and one line is one line. */
const clean = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(/(?![\n\t])\p{Cc}/gu, '')
    .trim()

const oneLine = (text: string): string => text.replace(/\s+/g, ' ')

/** Digits as people type them, full width too. */
const plain = (text: string): string => oneLine(text.normalize('NFKC'))

const readers: Record<
  FormField['type'],
  (text: string, field: FormField) => string | undefined | Problem
> = {
  text: (text, { key }) => (key === 'name' ? read(personName, text) : oneLine(text)),
  textarea: (text) => text,
  email: (text) => read(email, text),
  phone: (text) => {
    const phone = plain(text)
    const digits = phone.replace(/\D/g, '').length
    const isPhone =
      /^\+?[\d\s().-]+$/.test(phone) &&
      digits >= 5 &&
      digits <= 15 &&
      phone.length <= profileLimits.phone
    return isPhone ? phone : new Problem('invalid', 'phoneNotValid')
  },
  number: (text) => {
    const number = plain(text)
    return /^[+-]?\d{1,15}([.,]\d{1,9})?$/.test(number)
      ? number
      : new Problem('invalid', 'answerNotNumber')
  },
  select: (text, { options }) => options.find(({ value }) => value === text)?.value,
  yesno: (text) => (text === 'yes' || text === 'no' ? text : undefined),
  checkbox: (text) => (text === 'yes' || text === 'on' ? 'yes' : undefined),
}
