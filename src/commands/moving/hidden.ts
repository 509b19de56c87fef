import { addressOf } from '../../../actors/address'
import { HIDDEN, isHidden } from '../../../actors/moving/ids'
import type { Origin, OriginKey } from '../../store/ports/origins'
import type { Store } from '../../store/store'
import { hashToken, newToken } from '../tokens'

/** Under which name a desk keeps what no other desk hides with. */
const SALT = 'origins.salt'

/** What something was called elsewhere that belonged to somebody who was erased: it is known again, and not read. */
const hiddenRef = (salt: string, { source, kind, sourceId }: OriginKey): string =>
  `${HIDDEN}${hashToken(JSON.stringify([salt, source, kind, sourceId]))}`

type Hiding = Pick<Store, 'origins' | 'accounts'>

/** Which of ours these are, by the names that lines call them; also those whose names were hidden since. */
export const knownByName = async (store: Hiding, keys: readonly OriginKey[]): Promise<Origin[]> => {
  const known = await store.origins.known(keys)
  const found = new Set(known.map(({ sourceId }) => sourceId))
  const others = keys.filter(({ sourceId }) => !found.has(sourceId))
  return [...known, ...(await knownHidden(store, others))]
}

/** Of one source and kind, as they are asked after together. */
const knownHidden = async (
  { origins, accounts }: Hiding,
  keys: readonly OriginKey[],
): Promise<Origin[]> => {
  const salt = await accounts.setting(SALT)
  if (salt === undefined || keys.length === 0) return []
  const plain = new Map(keys.map((key) => [hiddenRef(salt, key), key]))
  const hidden = keys.map((key) => ({ ...key, sourceId: hiddenRef(salt, key) }))
  return (await origins.known(hidden)).flatMap(({ sourceId, id }) => {
    const key = plain.get(sourceId)
    return key ? [{ ...key, id }] : []
  })
}

const saltOf = async ({ accounts }: Hiding): Promise<string> => {
  await accounts.changeSetting(SALT, undefined, newToken())
  return (await accounts.setting(SALT)) ?? ''
}

/** Ids that are looked up at once: an expression of either database may only grow so deep. */
const TOGETHER = 200

/** Nobody reads any more what these of ours were called elsewhere. What is hidden already stays as it is. */
export const hideOrigins = async (
  store: Hiding & Pick<Store, 'remains'>,
  kind: string,
  ids: readonly string[],
): Promise<void> => {
  for (let from = 0; from < ids.length; from += TOGETHER) {
    const found = await store.origins.of(kind, ids.slice(from, from + TOGETHER))
    const plain = found.filter(({ sourceId }) => !isHidden(sourceId))
    if (plain.length === 0) continue
    const salt = await saltOf(store)
    await store.remains.renameOrigins(
      plain.map((origin) => ({ ...origin, as: hiddenRef(salt, origin) })),
    )
  }
}

/** Which of these visitors of ours were erased: nothing of theirs comes back. */
export const erasedAmong = async (
  { erasures, turns, visitors }: Pick<Store, 'erasures' | 'turns' | 'visitors'>,
  ids: readonly string[],
): Promise<Set<string>> => {
  const erased = new Set<string>()
  if (ids.length === 0 || (await erasures.newest(1)).length === 0) return erased
  for (let from = 0; from < ids.length; from += TOGETHER) {
    const some = ids.slice(from, from + TOGETHER)
    const known = await turns.versions(some.map((id) => addressOf('visitor', id)))
    const there = new Set(await visitors.there(some))
    for (const id of some) if (known.has(addressOf('visitor', id)) && !there.has(id)) erased.add(id)
  }
  return erased
}
