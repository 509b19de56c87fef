import { MACROS, type Macro, macroLimits } from '../../../actors/canned/macro'
import { folded } from '../../../actors/canned/search'
import type { Staff } from '../../../actors/people'
import { isProblem, Problem } from '../../../actors/problem'
import type { Desk } from '../desk'
import { read } from '../input/read'
import { actsIn, actsProblem, departmentsIn, departmentsProblem, macroForm } from './form'

/** What a form says a macro is. Problems: invalid (field), limited. */
const contentOf = async (desk: Desk, person: Staff, input: unknown) => {
  const form = read(macroForm, input)
  if (isProblem(form)) return form
  const departments = departmentsIn(form.departments)
  const acts = actsIn(form)
  const wrong =
    (await actsProblem(desk, acts)) ??
    (await departmentsProblem(desk, departments)) ??
    (await desk.rate.spend('act', person.id))
  return wrong ?? { content: { name: form.name, departments, acts }, version: form.version }
}

const nameTaken = (name: string) =>
  new Problem('conflict', 'macroTaken', { field: 'name', values: { name } })

/** Rooms that are open show it as it is now, here and on other nodes. */
const ringFor = ({ bus }: Desk): void => bus.publish([{ topic: MACROS, what: 'macros' }])

/**
 * Makes one. Answers its id.
 * Problems: invalid (field), conflict `macroTaken` | `tooManyMacros`, limited.
 */
export const createMacro = async (
  desk: Desk,
  person: Staff,
  input: unknown,
): Promise<string | Problem> => {
  const read = await contentOf(desk, person, input)
  if (isProblem(read)) return read
  const { content } = read
  const { count: limit } = macroLimits
  if ((await desk.store.macros.all()).length >= limit)
    return new Problem('conflict', 'tooManyMacros', { values: { limit } })
  const id = desk.clock.id()
  const macro = { ...content, id, version: desk.clock.id() }
  const outcome = await desk.store.macros.create(macro, folded(content.name))
  if (outcome === 'taken') return nameTaken(content.name)
  ringFor(desk)
  return id
}

/**
 * Writes one anew, while it is as the form says that it was.
 * Problems: invalid (field), conflict `macroTaken` | `changedMeanwhile`, limited.
 */
export const changeMacro = async (
  desk: Desk,
  person: Staff,
  before: Macro,
  input: unknown,
): Promise<null | Problem> => {
  const read = await contentOf(desk, person, input)
  if (isProblem(read)) return read
  const { content, version: seen } = read
  const stale = new Problem('conflict', 'changedMeanwhile')
  if (seen !== undefined && seen !== before.version) return stale
  const macro = { ...before, ...content, version: desk.clock.id() }
  const outcome = await desk.store.macros.change(macro, folded(content.name), before.version)
  if (outcome === 'done') {
    ringFor(desk)
    return null
  }
  return outcome === 'taken' ? nameTaken(content.name) : stale
}

/** Takes one away. Problems: limited. */
export const removeMacro = async (
  desk: Desk,
  person: Staff,
  { id }: Macro,
): Promise<null | Problem> => {
  const limited = await desk.rate.spend('act', person.id)
  if (limited) return limited
  await desk.store.macros.remove(id)
  ringFor(desk)
  return null
}
