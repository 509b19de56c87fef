import { isProblem, Problem } from '../../../actors/problem'
import { consentMark, consentOf, type StartForm } from '../../../actors/start/form'
import type { Agreed, Answer } from '../../../actors/text/answers'
import { readAnswers } from '../forms/answers'

/** What was answered, and what of it is the visitor's own. */
export type Answered = {
  answers: readonly Answer[]
  consent: Agreed | null
  about: { name?: string; email?: string; phone?: string }
}

/**
 * Reads what a visitor answered before a chat. An answer to a question of another department,
 * which the page showed before another one was chosen, counts for nothing.
 * Problems: invalid `consentMissing` | `consentChanged`, and those of answers (field).
 */
export const readStartAnswers = (
  form: StartForm,
  defined: Record<string, unknown>,
  {
    agrees,
    language,
    isKnown,
  }: { agrees: string; language: string; isKnown: (key: string) => boolean },
): Answered | Problem => {
  const answers = readAnswers(form.fields, defined, { language, isKnown })
  if (isProblem(answers)) return answers
  const consent = readConsent(form, agrees)
  if (isProblem(consent)) return consent
  return {
    answers,
    consent: consent && { ...consent, language },
    about: aboutVisitor(answers),
  }
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
