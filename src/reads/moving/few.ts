import { DEFAULT_DEPARTMENT } from '../../../actors/department/default'
import { isHidden } from '../../../actors/moving/ids'
import { OWN_SOURCE, type Written } from '../../../actors/moving/line'
import { movedSettings } from '../../../actors/moving/settings'
import { startFormName } from '../../../actors/start/form'
import { isListed } from '../../../actors/tag'
import type { Store } from '../../store/store'

/** What something was called before it was brought into this desk, if it was. */
export type Came = { origin?: { source: string; source_id: string } }

/** How a line of something of ours begins, and where that came from. */
export const headOf = <Kind extends string>(kind: Kind, id: string) => ({
  ...{ kind, source: OWN_SOURCE, source_id: id },
})

/**
 * Where these came from. What came from a desk is called as it is here: of several names it is that of
 * the system before.
 */
export const cameFrom = async (
  { origins }: Pick<Store, 'origins'>,
  kind: string,
  ids: readonly string[],
): Promise<Map<string, Came>> => {
  const found = await origins.of(kind, ids)
  return new Map(
    found
      .filter(({ source, sourceId }) => source !== OWN_SOURCE && !isHidden(sourceId))
      .map(({ id, source, sourceId }) => [id, { origin: { source, source_id: sourceId } }]),
  )
}

/** Always in the same order, whatever databases think of letters. */
const byId = (one: { id: string }, other: { id: string }): number => (one.id < other.id ? -1 : 1)

type Few =
  | 'setting'
  | 'department'
  | 'overflow'
  | 'role'
  | 'person'
  | 'tag'
  | 'canned'
  | 'block'
  | Texts
type Texts = 'macro' | 'text'
export type FewLine = { [Kind in Few]: Written<Kind> }[Few]

/** All that a desk has few of, what is named before what names it. */
export async function* fewLines(store: Store, now: number): AsyncGenerator<FewLine> {
  for (const name of movedSettings) {
    const value = await store.accounts.setting(name)
    if (value !== undefined) yield { ...headOf('setting', name), value }
  }
  yield* departmentLines(store)
  for (const { id } of (await store.departments.all()).toSorted(byId)) {
    const value = await store.accounts.setting(startFormName(id))
    if (value !== undefined) yield { ...headOf('setting', startFormName(id)), value }
  }
  yield* peopleLines(store)
  for (const { name, color, description, ...tag } of await store.tags.all())
    if (isListed({ ...tag, name, color, description }))
      yield { ...headOf('tag', tag.key), name, color, description }
  yield* cannedLines(store)
  for (const { id, name, departments, acts } of await store.macros.all())
    yield { ...headOf('macro', id), name, departments: [...departments], acts: [...acts] }
  for (const { language, word, forms } of await store.texts.all())
    yield { ...headOf('text', `${language}/${word}`), language, word, forms: { ...forms } }
  for (const { id, scope, value, reason, byName, at, until } of await store.blocks.inForce(now))
    if (scope !== 'visitor')
      yield { ...headOf('block', id), scope, value, reason, by_name: byName, at, until }
}

/** Of visitors who are kept out, once these are there. */
export async function* visitorBlocks(store: Store, now: number): AsyncGenerator<Written<'block'>> {
  for (const { id, scope, value, reason, byName, at, until } of await store.blocks.inForce(now))
    if (scope === 'visitor')
      yield { ...headOf('block', id), scope, value, reason, by_name: byName, at, until }
}

async function* departmentLines(
  store: Store,
): AsyncGenerator<Written<'department'> | Written<'overflow'>> {
  const chosen = await store.accounts.setting(DEFAULT_DEPARTMENT)
  const all = (await store.departments.all()).toSorted(byId)
  const came = await cameFrom(
    store,
    'department',
    all.map(({ id }) => id),
  )
  // One that was removed lets others have its name: it is there, and gone, before they come.
  const ordered = [
    ...all.filter((one) => one.removedAt !== null),
    ...all.filter((one) => one.removedAt === null),
  ]
  for (const { id, name, settings, removedAt } of ordered) {
    const { overflowTo: _, ...rest } = settings
    const line = { ...headOf('department', id), ...came.get(id), name, settings: rest }
    yield { ...line, removed: removedAt !== null, is_default: id === chosen }
  }
  const there = new Set(all.filter((one) => one.removedAt === null).map(({ id }) => id))
  for (const { id, settings } of ordered)
    if (there.has(id) && there.has(settings.overflowTo))
      yield { ...headOf('overflow', id), to: settings.overflowTo }
}

async function* peopleLines(store: Store): AsyncGenerator<Written<'role'> | Written<'person'>> {
  for (const { id, name, permissions } of await store.roles.all())
    yield { ...headOf('role', id), name, permissions: [...permissions] }
  const all = (await store.accounts.all()).toSorted(byId)
  const came = await cameFrom(
    store,
    'person',
    all.map(({ id }) => id),
  )
  for (const { id, email, name, role, disabledAt } of all) {
    const agent = await store.agents.find(id)
    const line = { ...headOf('person', id), ...came.get(id), email, name, role }
    const { departments = [], settings = {} } = agent ?? {}
    yield {
      ...line,
      departments: [...departments],
      settings: { ...settings },
      disabled: disabledAt !== null,
    }
  }
}

async function* cannedLines(store: Store): AsyncGenerator<Written<'canned'>> {
  const all = (await store.canned.all()).toSorted(byId)
  const came = await cameFrom(
    store,
    'canned',
    all.map(({ id }) => id),
  )
  for (const reply of all) {
    const { id, code, title, folder, body, bodies, scope, departments, uses, holder } = reply
    yield {
      ...{
        ...headOf('canned', id),
        ...came.get(id),
        code,
        title,
        folder,
        body,
        bodies: { ...bodies },
      },
      ...{ scope, departments: [...departments], owner: scope === 'mine' ? holder : null, uses },
    }
  }
}
