import { isProblem, Problem } from '../../../actors/problem'
import { consentOf, type StartForm } from '../../../actors/start/form'
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
 * Problems: invalid `consentMissing`, and those of answers (field).
 */
export const readStartAnswers = (
  form: StartForm,
  defined: Record<string, unknown>,
  {
    agrees,
    language,
    isKnown,
  }: { agrees: boolean; language: string; isKnown: (key: string) => boolean },
): Answered | Problem => {
  const answers = readAnswers(form.fields, defined, { language, isKnown })
  if (isProblem(answers)) return answers
  const consent = consentOf(form)
  if (consent && form.consent.required && !agrees)
    return new Problem('invalid', 'consentMissing', { field: 'consent' })
  return {
    answers,
    consent: consent && agrees ? { version: consent.version, language } : null,
    about: aboutVisitor(answers),
  }
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
