import type { FormField } from '../../../actors/form/field'
import type { Staff } from '../../../actors/people'
import { isProblem, Problem } from '../../../actors/problem'
import { isOver } from '../../../actors/summary'
import type { Desk, From } from '../desk'
import { FIELD } from '../forms/answers'
import { find } from './access'
import { filledIn, type WrapUpOf, wrapUpFieldsOf } from './wrap-up'

type Defined = Record<string, unknown>
/** What is asked in a department, and what it is called. */
type Asked = { name: string; fields: readonly FormField[] }
type Forms = ReadonlyMap<string, Asked>

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
    all.flatMap(({ id, name, settings: { wrapUpFields: fields } }) =>
      fields.length > 0 ? [[id, { name, fields }] as const] : [],
    ),
  )
  const forms = new Map<string, Asked>()
  for (let at = 0; at < ids.length && forms.size < asking.size; at += AT_ONCE) {
    const some = ids.slice(at, at + AT_ONCE)
    for (const row of await Promise.all(some.map((id) => find(desk, person, id)))) {
      if (isProblem(row) || isOver(row)) continue
      const asked = asking.get(row.department)
      if (asked) forms.set(row.department, asked)
    }
  }
  return forms
}

/**
 * What was filled in for all of them, once: each department gets what it asks for. Where departments
 * ask the same otherwise, `field.<key>@<department>` is the answer of one; whoever sends `field.<key>`
 * says it for all.
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
  const fill = (department: string, fields: readonly FormField[]) =>
    filledIn(fields, ownOf(department, fields, defined), language)
  const apart = askedApart(forms)
  for (const [department, { fields }] of forms) {
    const wrong = fill(department, fields)
    if (isProblem(wrong)) return inDepartment(wrong, department, apart)
  }
  return async (department) =>
    fill(department, forms.get(department)?.fields ?? (await wrapUpFieldsOf(desk, department)))
}

/** Where nothing ends nothing is asked. Problems: invalid `fieldUnknown`. */
export const asksNothing = (defined: Defined): WrapUpOf | Problem => {
  const [unknown] = Object.keys(defined)
  return unknown === undefined ? async () => ({}) : fieldUnknown(unknown)
}

const fieldUnknown = (field: string) =>
  new Problem('invalid', 'fieldUnknown', { field, values: { field } })

/** No key has such a sign. */
const keyIn = (key: string, department: string) => `${key}@${department}`

const unknownIn = (forms: Forms, defined: Defined): string | undefined => {
  const names = [...forms].flatMap(([department, { fields }]) =>
    fields.flatMap(({ key }) => [`${FIELD}${key}`, `${FIELD}${keyIn(key, department)}`]),
  )
  const asked = new Set(names)
  return Object.keys(defined).find((name) => !asked.has(name))
}

const ownOf = (department: string, fields: readonly FormField[], defined: Defined): Defined =>
  Object.fromEntries(
    fields.flatMap(({ key }) => {
      const name = `${FIELD}${key}`
      const own = `${FIELD}${keyIn(key, department)}`
      const sent = own in defined ? own : name
      return sent in defined ? [[name, defined[sent]]] : []
    }),
  )

/** A problem at the field as it was asked for a department. */
const inDepartment = (problem: Problem, department: string, apart: ReadonlySet<string>) => {
  const { code, reason, values, field = '' } = problem
  const key = field.slice(FIELD.length)
  if (!apart.has(key)) return problem
  return new Problem(code, reason, { values, field: `${FIELD}${keyIn(key, department)}` })
}

/** Keys under which departments ask something else, or offer something else to choose. */
const askedApart = (forms: Forms): ReadonlySet<string> => {
  const first = new Map<string, FormField>()
  const apart = new Set<string>()
  for (const field of [...forms.values()].flatMap(({ fields }) => fields)) {
    const known = first.get(field.key)
    if (known && !isAlike(known, field)) apart.add(field.key)
    if (!known) first.set(field.key, field)
  }
  return apart
}

const isAlike = (one: FormField, other: FormField): boolean =>
  one.type === other.type && one.pattern === other.pattern && choicesIn(one) === choicesIn(other)

const choicesIn = ({ options }: FormField): string =>
  JSON.stringify(options.map(({ value }) => value).toSorted())

/**
 * What is asked of whoever ends several at once: each field once, and what departments ask otherwise for
 * each of them, with its name.
 */
export const wrapUpOfAll = (forms: Forms): FormField[] => {
  const apart = askedApart(forms)
  const all = new Map<string, FormField>()
  for (const [department, { name, fields }] of forms)
    for (const field of fields) {
      const asked = apart.has(field.key) ? withDepartment(field, department, name) : field
      const required = asked.required || all.get(asked.key)?.required === true
      all.set(asked.key, { ...(all.get(asked.key) ?? asked), required })
    }
  return [...all.values()]
}

const withDepartment = (field: FormField, department: string, name: string): FormField => {
  const { en, zh } = field.label
  return {
    ...field,
    key: keyIn(field.key, department),
    label: { en: `${en || zh || field.key} (${name})`, zh: `${zh || en || field.key}（${name}）` },
  }
}
