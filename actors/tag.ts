import { tagKey, tagLimits } from './conversation/aspects/tags'
import { isTakenFor } from './text/look-alikes'

/** In which tints a tag may be drawn; `plain` has none. */
export const tagColors = ['plain', 'violet', 'coral', 'green', 'blue', 'amber', 'pink'] as const
export type TagColor = (typeof tagColors)[number]

/** Of the list of tags: how many there are, and code points of what one is for. */
export const tagListLimits = { name: tagLimits.length, count: 500, description: 200 } as const

/** A tag as the desk knows it, whether or not a conversation has it. */
export type Tag = {
  /** By which it is compared and found, whatever its case. */
  key: string
  name: string
  color: TagColor
  description: string
  /** The key of the tag that it is called now. Who puts it on puts on that one. */
  into: string | null
  /** Conversations that have it are being told. */
  leaves: boolean
  version: string
}

const PREFIX = tagKey('')

/** The key of a tag by its name. */
export const tagKeyOf = (name: string): string => tagKey(name).slice(PREFIX.length)

/**
 * By what a stylesheet knows a tag, which anybody may fetch: it says nothing of what it is called. FNV-1a,
 * http://www.isthe.com/chongo/tech/comp/fnv/
 */
export const tagMark = (name: string): string => {
  let hash = 0x811c9dc5
  for (const sign of tagKeyOf(name)) hash = Math.imul(hash ^ (sign.codePointAt(0) ?? 0), 0x01000193)
  return (hash >>> 0).toString(36)
}

/** By which word conversations are found that have the tag of a key. */
export const searchKeyOf = (key: string): string => `${PREFIX}${key}`

/** The keys of tags among the words by which a conversation is found. */
export const tagKeysIn = (searchKeys: string): string[] =>
  searchKeys
    .split('\n')
    .filter((word) => word.startsWith(PREFIX))
    .map((word) => word.slice(PREFIX.length))

/** One that stands in the list: it is neither called otherwise now nor on its way out. */
export const isListed = ({ into, leaves }: Tag): boolean => into === null && !leaves

/** What a name stands for now: the tag itself, or the one that it is called since; null for none. */
export const tagNamed = (name: string, all: readonly Tag[]): Tag | null => {
  let key = tagKeyOf(name)
  // Each is called another way at most once more than there are tags.
  for (const _ of [...all, null]) {
    const found = all.find((tag) => tag.key === key)
    if (!found || isListed(found)) return found ?? null
    if (found.into === null) return null
    key = found.into
  }
  return null
}

/** The tag that is meant by a name: the one of that name, else one that somebody takes it for. */
export const tagMeant = (name: string, all: readonly Tag[]): Tag | null => {
  const named = tagNamed(name, all)
  if (named) return named
  const like = all.find((tag) => isTakenFor(tag.name, name) && tagNamed(tag.name, all))
  return like ? tagNamed(like.name, all) : null
}
