import { isListed, type Tag } from '../../actors/tag'
import type { ListAsk, ListRows } from '../../views/office/list/ask'
import type { TagDetails, TagLine } from '../../views/office/tags/details'
import type { Store } from '../store/store'
import { pageInMemory } from './lists/in-memory'

/** A key as it stands in an address, and back: in it may be anything. */
export const tagIdOf = (key: string): string => Buffer.from(key).toString('base64url')
export const tagKeyIn = (id: string): string => Buffer.from(id, 'base64url').toString()

type All = { tags: readonly Tag[]; uses: ReadonlyMap<string, number> }

const readAll = async ({ tags }: Pick<Store, 'tags'>): Promise<All> => {
  const [all, uses] = await Promise.all([tags.all(), tags.uses()])
  return { tags: all, uses }
}

/** Those of the list, and those that colleagues made. */
const linesOf = ({ tags, uses }: All): TagLine[] => {
  const known = new Set(tags.map(({ key }) => key))
  const free = [...uses.keys()].filter((key) => !known.has(key))
  return [
    ...tags.filter(isListed).map(({ key, name, color, description }) => ({
      ...{ id: tagIdOf(key), key, name, color, description },
      ...{ uses: uses.get(key) ?? 0, isFree: false },
    })),
    ...free.map((key) => ({
      ...{ id: tagIdOf(key), key, name: key, color: 'plain' as const, description: '' },
      ...{ uses: uses.get(key) ?? 0, isFree: true },
    })),
  ]
}

/** Every tag, as the address asks for them. */
export const readTags = async (
  store: Pick<Store, 'tags'>,
  ask: ListAsk,
  limit: number,
): Promise<ListRows<TagLine>> =>
  pageInMemory(linesOf(await readAll(store)), ask, limit, {
    text: ({ name, description }) => `${name}\n${description}`,
    by: { name: ({ name }) => name, uses: ({ uses }) => uses },
    filters: { listed: ({ isFree }, typed) => isFree === (typed === 'no') },
  })

/** One tag; undefined where it is neither listed nor on a conversation. */
export const readTag = async (
  store: Pick<Store, 'tags'>,
  id: string,
): Promise<TagDetails | undefined> => {
  const all = await readAll(store)
  const line = linesOf(all).find((one) => one.id === id)
  if (!line) return undefined
  const listed = all.tags.filter(isListed)
  return {
    ...line,
    version: listed.find(({ key }) => key === line.key)?.version ?? '',
    former: all.tags.filter(({ into }) => into === line.key).map(({ name }) => name),
    others: listed.filter(({ key }) => key !== line.key).map(({ name }) => name),
  }
}
