import type { FormField } from '../../../actors/form/field'
import type { Staff } from '../../../actors/people'
import { isProblem, Problem } from '../../../actors/problem'
import { isOver } from '../../../actors/summary'
import type { Desk, From } from '../desk'
import { FIELD } from '../forms/answers'
import { find } from './access'
import { filledIn, type WrapUpOf, wrapUpFieldsOf } from './wrap-up'

type Defined = Record<string, unknown>
type Forms = ReadonlyMap<string, readonly FormField[]>

/** How many conversations are looked for at a time. */
const AT_ONCE = 50

/** What is asked in the departments of those that are open among these, by department. */
export const formsOfMany = async (
  desk: Desk,
  person: Staff,
  ids: readonly string[],
): Promise<Forms> => {
  const all = await desk.store.departments.all()
  const asking = new Map(
    all.flatMap(({ id, settings: { wrapUpFields } }) =>
      wrapUpFields.length > 0 ? [[id, wrapUpFields] as const] : [],
    ),
  )
  const forms = new Map<string, readonly FormField[]>()
  for (let at = 0; at < ids.length && forms.size < asking.size; at += AT_ONCE) {
    const some = ids.slice(at, at + AT_ONCE)
    for (const row of await Promise.all(some.map((id) => find(desk, person, id)))) {
      if (isProblem(row) || isOver(row)) continue
      const fields = asking.get(row.department)
      if (fields) forms.set(row.department, fields)
    }
  }
  return forms
}

/**
 * What was filled in for all of them, once: each department gets what it asks for.
 * Problems: invalid `answerMissing` | `fieldUnknown` | … (field) of any of them.
 */
export const wrapUpOfMany = async (
  desk: Desk,
  person: Staff,
  ids: readonly string[],
  defined: Defined,
  { language = '' }: From,
): Promise<WrapUpOf | Problem> => {
  const forms = await formsOfMany(desk, person, ids)
  const unknown = unknownIn(forms, defined)
  if (unknown !== undefined) return fieldUnknown(unknown)
  const fill = (fields: readonly FormField[]) => filledIn(fields, ownOf(fields, defined), language)
  const wrong = [...forms.values()].map(fill).find(isProblem)
  if (wrong) return wrong
  return async (department) =>
    fill(forms.get(department) ?? (await wrapUpFieldsOf(desk, department)))
}

/** Where nothing ends nothing is asked. Problems: invalid `fieldUnknown`. */
export const asksNothing = (defined: Defined): WrapUpOf | Problem => {
  const [unknown] = Object.keys(defined)
  return unknown === undefined ? async () => ({}) : fieldUnknown(unknown)
}

const fieldUnknown = (field: string) =>
  new Problem('invalid', 'fieldUnknown', { field, values: { field } })

const unknownIn = (forms: Forms, defined: Defined): string | undefined => {
  const asked = new Set([...forms.values()].flat().map(({ key }) => `${FIELD}${key}`))
  return Object.keys(defined).find((name) => !asked.has(name))
}

const ownOf = (fields: readonly FormField[], defined: Defined): Defined =>
  Object.fromEntries(
    fields.flatMap(({ key }) => {
      const name = `${FIELD}${key}`
      return name in defined ? [[name, defined[name]]] : []
    }),
  )

/** What is asked of whoever ends several at once: each field once, with what all of them can choose. */
export const wrapUpOfAll = (forms: readonly (readonly FormField[])[]): FormField[] => {
  const all = new Map<string, FormField>()
  for (const field of forms.flat()) {
    const known = all.get(field.key)
    all.set(field.key, known ? both(known, field) : field)
  }
  return [...all.values()]
}

const both = (one: FormField, other: FormField): FormField => {
  const values = new Set(other.options.map(({ value }) => value))
  return {
    ...one,
    required: one.required || other.required,
    options: one.options.filter(({ value }) => values.has(value)),
  }
}
