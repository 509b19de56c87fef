import { type LineOf, OWN_SOURCE } from '../../../actors/moving/line'
import { movedSettings } from '../../../actors/moving/settings'
import { startFormName } from '../../../actors/start/form'
import type { Numbered, Outcome } from './moved'
import { originsOf } from './refs'
import type { Taking } from './taking'

const ID_BYTES = 64

/** Something that is set for a whole desk, where nothing is set here until now. */
export const takeSetting = async (
  { store, desk, refs }: Taking,
  { line }: Numbered<LineOf<'setting'>>,
): Promise<Outcome> => {
  const { source, source_id: id, value } = line
  if (source !== OWN_SOURCE) {
    // How its import is made is kept as what it came from alone.
    if (id !== 'gap' || Buffer.byteLength(value) > ID_BYTES)
      return { why: 'notValid', field: 'source_id' }
    if (desk) await store.origins.bringIn({ turns: [], files: [], origins: originsOf(line, value) })
    return { id: value }
  }
  const name = await nameOf(refs, id)
  if (name === undefined) return { why: 'notValid', field: 'source_id' }
  const was = await store.accounts.setting(name)
  if (was !== undefined) return { id, was: 'known' }
  if (!desk) return { id }
  await store.accounts.changeSetting(name, undefined, value)
  await store.origins.bringIn({ turns: [], files: [], origins: originsOf(line, id) })
  return { id }
}

/** Under which name it is kept here: what is asked in a department goes by that department. */
const nameOf = async (refs: Taking['refs'], id: string): Promise<string | undefined> => {
  if (movedSettings.includes(id)) return id
  const [, of] = /^form\/(.+)$/.exec(id) ?? []
  const department = of && (await refs.one(OWN_SOURCE, 'department', of))
  return department && startFormName(department)
}
