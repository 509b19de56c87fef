import type { AuditRow } from '../../../actors/audit'
import { isDeepEqual } from '../../../actors/equal'
import type { Staff } from '../../../actors/people'
import { isProblem, Problem } from '../../../actors/problem'
import { type FormRules, whatIsWrong } from '../../../actors/text/form-rules'
import type { Forms } from '../../../actors/text/phrase'
import type { Wording } from '../../../actors/text/wording'
import { auditRow, commandLine } from '../audit'
import type { Desk } from '../desk'
import { written } from '../input'
import { read } from '../input/read'
import { textField, textForm } from './form'
import { tell } from './tell'

/** A text that visitors read: where it stands, and what its forms may be made into. */
export type TextRef = { language: string; word: string; rules: readonly FormRules[] }

/** The address that audit rows name it by. */
export const objectOf = ({ language, word }: Pick<TextRef, 'language' | 'word'>): string =>
  `text:${language}:${word}`

/**
 * Says a text otherwise, on every page from now on. What is as it is built in is no change; with
 * nothing left of one, the text is as it was built in. `by` is left out on the command line.
 * Problems: invalid (field) `textEmpty` | `textOverLimit` | `textNotValid` | `gapMissing` |
 * `gapUnknown` | `fieldUnknown`, conflict `changedMeanwhile`.
 */
export const changeText = async (
  desk: Desk,
  text: TextRef,
  input: unknown,
  by?: Staff,
): Promise<null | Problem> => {
  const form = read(textForm(text.rules.map(({ form }) => form)), input)
  if (isProblem(form)) return form
  const typed = typedIn(text.rules, form)
  const wrong = text.rules.map((rule) => problemOf(rule, typed[rule.form])).find((one) => one)
  if (wrong) return wrong
  const known = await desk.store.texts.find(text.language, text.word)
  if (form.version !== undefined && form.version !== (known?.version ?? ''))
    return new Problem('conflict', 'changedMeanwhile')
  const forms = changedOf(text.rules, { ...known?.forms, ...typed })
  if (isDeepEqual(forms, known?.forms ?? {})) return null
  const outcome = await keep(desk, text, { forms, known, by })
  if (outcome === 'changed') return new Problem('conflict', 'changedMeanwhile')
  tell(desk)
  return null
}

const typedIn = (rules: readonly FormRules[], form: Record<string, string | undefined>): Forms =>
  Object.fromEntries(
    rules.flatMap(({ form: name }) => {
      const text = form[textField(name)]
      return text === undefined ? [] : [[name, written(text).replace(/\s+/gu, ' ').trim()]]
    }),
  )

const problemOf = (rule: FormRules, text: string | undefined): Problem | undefined => {
  if (text === undefined) return undefined
  const wrong = whatIsWrong(rule, text)
  if (!wrong) return undefined
  return new Problem('invalid', wrong.reason, { field: textField(rule.form), values: wrong.values })
}

/** What is not as it is built in. */
const changedOf = (rules: readonly FormRules[], forms: Forms): Forms =>
  Object.fromEntries(
    rules.flatMap(({ form, builtIn }) => {
      const text = forms[form]
      return text === undefined || text === builtIn ? [] : [[form, text]]
    }),
  )

type Change = { forms: Forms; known: Wording | undefined; by: Staff | undefined }

const keep = (desk: Desk, text: TextRef, { forms, known, by }: Change) => {
  const { store, clock } = desk
  const { language, word } = text
  const detail = detailOf(text, forms, known?.forms ?? {})
  const told = auditRow(desk, by ?? commandLine, 'changed', objectOf(text), detail)
  if (Object.keys(forms).length === 0)
    return known ? store.texts.remove(known, told) : Promise.resolve('done' as const)
  const wording = { language, word, forms, version: clock.id(), at: clock.now() }
  return store.texts.put({ ...wording, byName: by?.name ?? '' }, known?.version ?? null, told)
}

/** The forms that differ, each as it was and as it is. */
const detailOf = ({ word, rules }: TextRef, forms: Forms, before: Forms): AuditRow['detail'] =>
  Object.fromEntries([
    ['value', word],
    ...rules.flatMap(({ form, builtIn }) => {
      const [was, is] = [before[form] ?? builtIn, forms[form] ?? builtIn]
      return was === is ? [] : [[`was.${form}`, was] as const, [`is.${form}`, is] as const]
    }),
  ])

/**
 * As it is built in again, whatever its fields say.
 * Problems: invalid (field), conflict `changedMeanwhile`.
 */
export const resetText = async (
  desk: Desk,
  text: TextRef,
  input: unknown,
  by?: Staff,
): Promise<null | Problem> => {
  const form = read(textForm(text.rules.map(({ form }) => form)), input)
  if (isProblem(form)) return form
  const { version } = form
  const known = await desk.store.texts.find(text.language, text.word)
  if (version !== undefined && version !== (known?.version ?? ''))
    return new Problem('conflict', 'changedMeanwhile')
  if (!known) return null
  if ((await keep(desk, text, { forms: {}, known, by })) === 'changed')
    return new Problem('conflict', 'changedMeanwhile')
  tell(desk)
  return null
}
