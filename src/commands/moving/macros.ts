import { folded } from '../../../actors/canned/search'
import type { LineOf } from '../../../actors/moving/line'
import type { Numbered, Outcome } from './moved'
import { idFor, originsOf } from './refs'
import type { Taking } from './taking'

/** A macro, for those departments that are here; of two that read alike the one that is here stays. */
export const takeMacro = async (
  { store, desk, refs }: Taking,
  { line }: Numbered<LineOf<'macro'>>,
): Promise<Outcome> => {
  const { source, name, acts } = line
  const found = await refs.look(source, 'department', line.departments)
  if (found.size < new Set(line.departments).size)
    return { why: 'departmentMissing', field: 'departments' }
  const id = idFor(source, 'macro', line.source_id)
  const same = (await store.macros.all()).find((one) => folded(one.name) === folded(name))
  if (!desk) return { id, ...(same ? { was: 'known' as const } : {}) }
  if (!same) {
    const macro = { id, name, departments: [...found.values()], acts, version: desk.clock.id() }
    await store.macros.create(macro, folded(name))
  }
  await store.origins.bringIn({ turns: [], files: [], origins: originsOf(line, same?.id ?? id) })
  return { id: same?.id ?? id, ...(same ? { was: 'known' as const } : {}) }
}

/** A text of visitors, where it is as it is built in until now. */
export const takeText = async (
  { store, desk, now }: Taking,
  { line }: Numbered<LineOf<'text'>>,
): Promise<Outcome> => {
  const { language, word, forms } = line
  const id = idFor(line.source, 'text', Bun.hash(`${language}/${word}`).toString(36))
  const known = (await store.texts.find(language, word)) !== undefined
  if (!desk) return { id, ...(known ? { was: 'known' as const } : {}) }
  if (!known) {
    const text = { language, word, forms, version: desk.clock.id(), at: now(), byName: '' }
    await store.texts.put(text, null)
  }
  await store.origins.bringIn({ turns: [], files: [], origins: originsOf(line, id) })
  return { id, ...(known ? { was: 'known' as const } : {}) }
}
