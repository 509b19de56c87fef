import { z } from 'zod'
import type { ByLanguage } from '../../../actors/form/field'
import { holding } from '../../../actors/holds'
import { isProblem, Problem } from '../../../actors/problem'
import { consentOf, startLimits } from '../../../actors/start/form'
import { codePoints } from '../../../actors/text/visible'
import type { Desk } from '../desk'
import { nameUpTo } from '../input'
import { read } from '../input/read'
import { changeStartForm } from './change'

const version = holding('value', z.string().max(64)).optional()

/** Some lines of the desk's own words; they may be left out. */
const lines = (limit: number) =>
  holding('words', z.string())
    .transform((text) =>
      text
        .replace(/\r\n?/g, '\n')
        .replace(/(?!\n)\p{Cc}/gu, '')
        .trim(),
    )
    .superRefine((text, check) => {
      const count = codePoints(text)
      if (count <= limit) return
      const params = { reason: 'textTooLong', values: { count, limit } }
      check.addIssue({ code: 'custom', message: 'textTooLong', params })
    })
    .default('')

export const consentForm = z.strictObject({
  version,
  required: z.enum(['yes', 'no']).default('no'),
  text_en: lines(startLimits.consent),
  text_zh: lines(startLimits.consent),
})

/**
 * What visitors agree to. Another text is another version; those before stay, for who agreed to them.
 * Problems: invalid (field), conflict `changedMeanwhile`.
 */
export const saveConsent = async (
  desk: Desk,
  of: string,
  input: unknown,
): Promise<null | Problem> => {
  const form = read(consentForm, input)
  if (isProblem(form)) return form
  const at = desk.clock.now()
  const text: ByLanguage = { en: form.text_en, zh: form.text_zh }
  return changeStartForm(desk, of, form.version, (before) => {
    const { texts } = before.consent
    const now = consentOf(before)?.text ?? { en: '', zh: '' }
    const isAnother = now.en !== text.en || now.zh !== text.zh
    const next = { of, version: (texts.at(-1)?.version ?? 0) + 1, at, text }
    const consent = {
      required: form.required === 'yes',
      texts: isAnother ? [...texts, next] : texts,
    }
    return { ...before, consent }
  })
}

export const welcomeForm = z.strictObject({
  version,
  greeting_en: lines(startLimits.greeting),
  greeting_zh: lines(startLimits.greeting),
  /** One a line: `English | 中文`. */
  questions: holding('words', z.string().max(10_000)).default(''),
})

/**
 * How a department greets, and what can be asked by a button.
 * Problems: invalid (field), conflict `changedMeanwhile`.
 */
export const saveWelcome = async (
  desk: Desk,
  of: string,
  input: unknown,
): Promise<null | Problem> => {
  const form = read(welcomeForm, input)
  if (isProblem(form)) return form
  const questions = questionsIn(form.questions)
  if (isProblem(questions)) return questions
  const greeting: ByLanguage = { en: form.greeting_en, zh: form.greeting_zh }
  return changeStartForm(desk, of, form.version, (before) => ({ ...before, greeting, questions }))
}

const questionsIn = (text: string): ByLanguage[] | Problem => {
  const questions: ByLanguage[] = []
  for (const each of text.split('\n').filter((one) => one.trim() !== '')) {
    const [en = '', zh = ''] = each
      .split('|')
      .map((one) => read(nameUpTo(startLimits.question), one))
    const wrong = [en, zh].find(isProblem)
    if (wrong)
      return new Problem('invalid', wrong.reason, { field: 'questions', values: wrong.values })
    questions.push({ en: String(en), zh: String(zh) })
  }
  const max = startLimits.questions
  return questions.length > max
    ? new Problem('invalid', 'tooManyQuestions', { field: 'questions', values: { max } })
    : questions
}
