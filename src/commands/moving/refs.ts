import { type Address, addressOf } from '../../../actors/address'
import { broughtId } from '../../../actors/moving/ids'
import { type Line, OWN_SOURCE } from '../../../actors/moving/line'
import type { Origin } from '../../store/ports/origins'
import type { Store } from '../../store/store'
import { knownByName } from './hidden'

export type RefStore = Pick<Store, 'origins' | 'turns' | 'departments' | 'accounts'>

const sha256 = (text: string) => new Bun.CryptoHasher('sha256').update(text).digest('hex')

/** The id that a line gets here, unless something of ours stands for it. */
export const idFor = (source: string, kind: string, sourceId: string, at?: number): string =>
  broughtId(sha256, { source, kind, sourceId }, at)

/** Where a line comes from, and where it came from before that. */
export const originsOf = (line: Line, id: string): Origin[] => {
  const { kind, source, source_id: sourceId, origin } = line
  const before = origin ? [{ source: origin.source, kind, sourceId: origin.source_id, id }] : []
  return [{ source, kind, sourceId, id }, ...before]
}

/** So many are asked after at once. */
const AT_ONCE = 256

const keyOf = (source: string, kind: string, sourceId: string) => `${source}\n${kind}\n${sourceId}`

/**
 * Which of ours stands for what lines name. What was found of departments and people stays in mind, for
 * they are few; of all else each stretch is looked up anew. With `planned`, what would have been brought
 * in counts as being here.
 */
export const openRefs = (store: RefStore, planned: Map<string, string> | null) => {
  const few = new Map<string, string>()
  const mine = async (kind: string, ids: readonly string[]): Promise<string[]> => {
    if (kind === 'visitor' || kind === 'conversation') {
      const addresses = ids.map((id) => addressOf(kind, id) as Address)
      const there = await store.turns.versions(addresses)
      return ids.filter((id) => there.has(addressOf(kind, id)))
    }
    const all = kind === 'department' ? await store.departments.all() : await store.accounts.all()
    const known = new Set<string>(all.map(({ id }) => id))
    return kind === 'department' || kind === 'person' ? ids.filter((id) => known.has(id)) : []
  }
  const look = async (
    source: string,
    kind: string,
    wanted: readonly string[],
    { own = true }: { own?: boolean } = {},
  ) => {
    const found = new Map<string, string>()
    const rest: string[] = []
    for (const ref of new Set(wanted)) {
      const key = keyOf(source, kind, ref)
      const id = few.get(key) ?? planned?.get(key)
      if (id === undefined) rest.push(ref)
      else found.set(ref, id)
    }
    for (let from = 0; from < rest.length; from += AT_ONCE) {
      const some = rest.slice(from, from + AT_ONCE)
      const keys = some.map((sourceId) => ({ source, kind, sourceId }))
      for (const { sourceId, id } of await knownByName(store, keys)) found.set(sourceId, id)
      const unknown = some.filter((ref) => !found.has(ref))
      if (own && source === OWN_SOURCE && unknown.length > 0)
        for (const id of await mine(kind, unknown)) found.set(id, id)
    }
    if (kind === 'department' || kind === 'person')
      for (const [ref, id] of found) few.set(keyOf(source, kind, ref), id)
    return found
  }
  return {
    look,
    /** The one that stands for it; undefined for none. */
    one: async (source: string, kind: string, ref: string) =>
      (await look(source, kind, [ref])).get(ref),
    /** Which of these lines are here already, each under one name or another. */
    known: async (lines: readonly Line[]): Promise<Map<Line, string>> => {
      const known = new Map<Line, string>()
      for (const line of lines) {
        const { kind, origin: before } = line
        const id =
          before && (await look(before.source, kind, [before.source_id])).get(before.source_id)
        if (id !== undefined) known.set(line, id)
      }
      const groups = Map.groupBy(lines, ({ source, kind }) => `${source}\n${kind}`)
      for (const group of groups.values()) {
        const [first] = group
        if (!first) continue
        const refs = group.map(({ source_id: ref }) => ref)
        // A department or a person of that id may be one that takes on what the line says.
        const own = first.kind === 'visitor' || first.kind === 'conversation'
        const found = await look(first.source, first.kind, refs, { own })
        for (const line of group) {
          const id = found.get(line.source_id)
          if (id !== undefined) known.set(line, id)
        }
      }
      return known
    },
    /** It is here from now on, or would be. */
    put: (line: Line, id: string) => {
      const { source, kind, source_id: ref } = line
      planned?.set(keyOf(source, kind, ref), id)
    },
  }
}
export type Refs = ReturnType<typeof openRefs>
