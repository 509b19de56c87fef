import { aspectKey, changing } from '../aspect'
import { whyNot } from '../why-not'

/** Code points of one tag, and how many of them a conversation has. */
export const tagLimits = { length: 40, count: 20 } as const

export type TagChange = { add: string | null; remove: string | null }

/** Whether two tags read as one: upper and lower case make no difference. */
const isSameTag = (one: string) => (other: string) => tagKey(one) === tagKey(other)

/** By which word a conversation is found that has it. */
export const tagKey = (tag: string): string => aspectKey('tag', tag)

/**
 * The tags after a change, in the order they were put on; the very same ones when nothing is to be
 * done. Null when there are too many.
 */
export const changeTags = (
  tags: readonly string[],
  { add, remove }: TagChange,
): readonly string[] | null => {
  const kept = remove === null ? tags : tags.filter((tag) => !isSameTag(remove)(tag))
  const isNew = add !== null && !kept.some(isSameTag(add))
  if (isNew) return kept.length < tagLimits.count ? [...kept, add] : null
  return kept.length === tags.length ? tags : kept
}

/** What colleagues call it: a form puts one on, takes one off, or both. */
export const tags = changing({
  event: 'tagged',
  verb: { at: ['tags'], permission: 'conversations.tag' },
  memory: { tags: [] as readonly string[] },
  keys: ({ tags }) => tags.map(tagKey),
  form: ({ name, pressed }) => ({ add: name(tagLimits.length), remove: pressed(tagLimits.length) }),
  change: ({ tags }, { add, remove }) => {
    if (add === null && remove === null) return whyNot('nameMissing', 'invalid', 'add')
    const after = changeTags(tags, { add, remove })
    if (after === tags) return null
    if (after) return { tags: after }
    return whyNot('tooManyTags', 'conflict', 'add', { limit: tagLimits.count })
  },
})
