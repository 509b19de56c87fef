import { addressOf } from '../../../actors/address'
import type { LineOf } from '../../../actors/moving/line'
import { takeTurn } from '../../../actors/turn'
import { bringAll } from './bring'
import type { Numbered, Outcome } from './moved'
import { idFor, originsOf } from './refs'
import type { Taking } from './taking'

/** Visitors with all that is known of them. */
export const takeVisitors = async (
  taking: Taking,
  lines: readonly Numbered<LineOf<'visitor'>>[],
): Promise<Outcome[]> => {
  const all = lines.map(({ line }) => {
    const id = idFor(line.source, 'visitor', line.source_id)
    return { id, line, origins: originsOf(line, id) }
  })
  const at = taking.now()
  const outcomes = await bringAll(taking, firstOfEach(all), async (some) => {
    const turns = some.map(({ id, line }) => {
      const { name, email, language, pinned, from_site: fromSite } = line
      const { phone, company, notes, tags, attributes } = line
      const profile = { phone, company, notes, tags, attributes }
      const event = {
        type: 'imported',
        at,
        name,
        email,
        language,
        pinned,
        profile,
        fromSite,
      } as const
      return takeTurn(addressOf('visitor', id), undefined, event)
    })
    const origins = some.flatMap((one) => one.origins)
    return taking.store.origins.bringIn({ turns, files: [], origins })
  })
  return all.map((one) => outcomes.get(one) ?? { id: one.id, was: 'known' })
}

/** Of several that are the same the first. */
export const firstOfEach = <B extends { id: string }>(all: readonly B[]): B[] => {
  const seen = new Set<string>()
  return all.filter(({ id }) => !seen.has(id) && seen.add(id))
}
