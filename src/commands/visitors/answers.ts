import { limits } from '../../../actors/limits'
import { isProblem, Problem } from '../../../actors/problem'
import {
  consentMark,
  consentOf,
  type FormField,
  formLimits,
  type StartForm,
  said,
} from '../../../actors/start/form'
import { looksLike } from '../../../actors/start/pattern'
import { type Agreed, type Answer, answersText } from '../../../actors/text/answers'
import { codePoints, hasVisible } from '../../../actors/text/visible'
import { profileLimits } from '../../../actors/visitor/profile'
import { email, personName } from '../input'
import { read } from '../input/read'

/** How the fields that the office defined are called in a form. */
export const FIELD = 'field.'

/** What was answered, and what of it is the visitor's own. */
export type Answered = {
  answers: readonly Answer[]
  consent: Agreed | null
  about: { name?: string; email?: string; phone?: string }
}

/** The fields of a form that the office defined, and all others. */
export const splitFields = (input: Record<string, unknown>) => {
  const isDefined = ([name]: [string, unknown]) => name.startsWith(FIELD)
  const all = Object.entries(input)
  return {
    defined: Object.fromEntries(all.filter(isDefined)),
    others: Object.fromEntries(all.filter((each) => !isDefined(each))),
  }
}

/**
 * Reads what was answered to the fields of a form. An answer to a question of another department,
 * which the page showed before another one was chosen, counts for nothing.
 * Problems: invalid `fieldUnknown` | `answerMissing` | `answerNotAsked` | `consentMissing` | `consentChanged` | … (field).
 */
export const readAnswers = (
  form: StartForm,
  defined: Record<string, unknown>,
  {
    agrees,
    language,
    isKnown,
  }: { agrees: string; language: string; isKnown: (key: string) => boolean },
): Answered | Problem => {
  const asked = new Set(form.fields.map(({ key }) => `${FIELD}${key}`))
  const foreign = Object.keys(defined).filter((name) => !asked.has(name))
  const unknown = foreign.find((name) => !isKnown(name.slice(FIELD.length)))
  if (unknown !== undefined)
    return new Problem('invalid', 'fieldUnknown', { field: unknown, values: { field: unknown } })
  const answers: Answer[] = []
  for (const field of form.fields) {
    const label = said(field.label, language) || field.key
    const value = readAnswer(field, defined[`${FIELD}${field.key}`] ?? '', label)
    if (isProblem(value)) return value
    if (value !== '') answers.push({ key: field.key, label, value })
  }
  const consent = readConsent(form, agrees)
  if (isProblem(consent)) return consent
  return (
    tooLong(answers) ?? {
      answers,
      consent: consent && { ...consent, language },
      about: aboutVisitor(answers),
    }
  )
}

/** What is sent by whoever does not agree. */
const NO = new Set(['', 'no', 'off', 'false', '0'])

/** Nobody agrees to a text that they did not see: one that has changed meanwhile is to be read again. */
const readConsent = (form: StartForm, agrees: string) => {
  const consent = consentOf(form)
  if (!consent) return null
  const field = 'consent'
  if (NO.has(agrees))
    return form.consent.required ? new Problem('invalid', 'consentMissing', { field }) : null
  const { of, version } = consent
  if (/\.\d+$/.test(agrees) && agrees !== consentMark(consent))
    return new Problem('invalid', 'consentChanged', { field })
  return { of, version }
}

const aboutVisitor = (answers: readonly Answer[]): Answered['about'] => {
  const of = (key: string) => answers.find((answer) => answer.key === key)?.value
  const [name, mail, phone] = [of('name'), of('email'), of('phone')]
  return {
    ...(name ? { name } : {}),
    ...(mail ? { email: mail } : {}),
    ...(phone ? { phone } : {}),
  }
}

/** All answers of a visitor stand in one entry. */
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
  const limit = field.type === 'textarea' ? formLimits.longAnswer : formLimits.answer
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
  checkbox: (text) => (text === 'yes' || text === 'on' ? 'yes' : undefined),
}
