import { type LineOf, OWN_SOURCE } from '../../../actors/moving/line'
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
import { idFor, originsOf } from './refs'
import type { Taking } from './taking'

type DepartmentLine = LineOf<'department'>

/** What a command says of why it did not do something. */
export const whyOf = ({ reason, values, field }: Problem): Outcome => ({
  why: { reason, values },
  field: field ?? '',
})

/**
 * A department: the one of that name, where there is one. On a desk on which nobody has an account yet
 * its first department becomes the one that comes.
 */
export const takeDepartment = async (
  taking: Taking,
  { line }: Numbered<DepartmentLine>,
): Promise<Outcome> => {
  const { store, desk } = taking
  const every = await store.departments.all()
  const all = every.filter(isActive)
  const alike =
    every.find(({ id }) => line.source === OWN_SOURCE && id === line.source_id) ??
    (line.removed ? undefined : all.find(({ name }) => readsAlike(name, line.name)))
  const unused = await unusedIn(taking, line, all)
  const there = unused ?? alike
  const id = there?.id ?? idFor(line.source, 'department', line.source_id)
  const stays = alike !== undefined && unused?.id !== id
  if (!desk) return { id, ...(stays ? { was: 'known' as const } : {}) }
  const made = stays ? null : await madeOf(desk, line, id, there?.name)
  if (made) return whyOf(made)
  // The only one there is cannot go before others have come.
  if (line.removed && !stays) taking.later.push(async () => void (await removeDepartment(desk, id)))
  await store.origins.bringIn({ turns: [], files: [], origins: originsOf(line, id) })
  return { id, ...(stays ? { was: 'known' as const } : {}) }
}

/**
 * The department that a desk begins with, as long as nobody has an account and nothing came before: what
 * comes from a desk takes that of its own id.
 */
const unusedIn = async (
  { store }: Taking,
  { source, source_id: ref }: DepartmentLine,
  all: readonly { id: string; name: string }[],
) => {
  const own = source === OWN_SOURCE ? all.find(({ id }) => id === ref) : undefined
  const first = source === OWN_SOURCE ? own : all.length === 1 ? all[0] : undefined
  if (!first || (await store.accounts.all()).length > 0) return undefined
  return (await store.origins.of('department', [first.id])).length > 0 ? undefined : first
}

const madeOf = async (
  desk: Desk,
  line: DepartmentLine,
  id: string,
  there: string | undefined,
): Promise<Problem | null> => {
  const settings = withoutOverflow(line.settings)
  if (there === undefined) {
    const made = await createDepartment(desk, { id, name: line.name, ...settings })
    if (isProblem(made)) return made
    // It lets others have its name.
    if (line.removed) await removeDepartment(desk, id)
  } else {
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
  if ((await store.departments.find(from))?.settings.overflowTo === to)
    return { id: from, was: 'known' }
  if (!desk) return { id: from }
  const wrong = await configureDepartment(desk, from, { overflowTo: to })
  if (wrong) return whyOf(wrong)
  await store.origins.bringIn({ turns: [], files: [], origins: originsOf(line, from) })
  return { id: from }
}
