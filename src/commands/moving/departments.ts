import type { LineOf } from '../../../actors/moving/line'
import { isProblem, type Problem } from '../../../actors/problem'
import { isActive } from '../../../actors/summary'
import { readsAlike } from '../../../actors/text/names'
import { chooseDefault } from '../departments/choose-default'
import { configureDepartment } from '../departments/configure'
import { createDepartment } from '../departments/create'
import { removeDepartment } from '../departments/remove'
import { renameDepartment } from '../departments/rename'
import type { Desk } from '../desk'
import type { Numbered, Outcome } from './moved'
import type { Taking } from './taking'
import { idFor, originsOf } from './refs'

type DepartmentLine = LineOf<'department'>

/** What a command says of why it did not do something. */
export const whyOf = ({ reason, values, field }: Problem): Outcome => ({
  why: { reason, values },
  field: field ?? '',
})

/**
 * A department: the one of that name, where there is one. A desk on which nobody has an account yet
 * makes its first department of the first that comes.
 */
export const takeDepartment = async (
  taking: Taking,
  { line }: Numbered<DepartmentLine>,
): Promise<Outcome> => {
  const { store, desk } = taking
  const all = (await store.departments.all()).filter(isActive)
  const alike = line.removed ? undefined : all.find(({ name }) => readsAlike(name, line.name))
  const unused = line.removed ? undefined : await unusedIn(taking, all)
  const there = alike ?? unused
  const id = there?.id ?? idFor(line.source, 'department', line.source_id)
  if (!desk) return { id, ...(alike && !unused ? { was: 'known' as const } : {}) }
  const made = await madeOf(desk, line, id, { there: there?.name, takesOn: unused?.id === id })
  if (made) return whyOf(made)
  await store.origins.bringIn({ turns: [], files: [], origins: originsOf(line, id) })
  return { id, ...(alike && unused?.id !== id ? { was: 'known' as const } : {}) }
}

/** The only department there is, as long as nobody has an account and nothing came before. */
const unusedIn = async ({ store }: Taking, all: readonly { id: string; name: string }[]) => {
  const [only, ...others] = all
  if (!only || others.length > 0 || (await store.accounts.all()).length > 0) return undefined
  return (await store.origins.of('department', [only.id])).length > 0 ? undefined : only
}

const madeOf = async (
  desk: Desk,
  line: DepartmentLine,
  id: string,
  { there, takesOn }: { there: string | undefined; takesOn: boolean },
): Promise<Problem | null> => {
  const settings = withoutOverflow(line.settings)
  if (there === undefined) {
    const made = await createDepartment(desk, { id, name: line.name, ...settings })
    if (isProblem(made)) return made
    if (line.removed) {
      const stays = await removeDepartment(desk, id)
      if (isProblem(stays)) return stays
    }
  } else if (takesOn) {
    const named = there === line.name ? null : await renameDepartment(desk, id, { name: line.name })
    const set = named ?? (await configureDepartment(desk, id, settings))
    if (set) return set
  }
  if (line.is_default) await chooseDefault(desk, id)
  return null
}

/** Where who waits too long goes comes in a line of its own, once all departments are there. */
const withoutOverflow = ({ overflowTo: _, ...settings }: Record<string, unknown>) => settings

export const takeOverflow = async (
  { store, desk, refs }: Taking,
  { line }: Numbered<LineOf<'overflow'>>,
): Promise<Outcome> => {
  const from = await refs.one(line.source, 'department', line.source_id)
  const to = await refs.one(line.source, 'department', line.to)
  if (from === undefined || to === undefined) return { why: 'departmentMissing', field: 'to' }
  if (!desk) return { id: from }
  const wrong = await configureDepartment(desk, from, { overflowTo: to })
  if (wrong) return whyOf(wrong)
  await store.origins.bringIn({ turns: [], files: [], origins: originsOf(line, from) })
  return { id: from }
}
