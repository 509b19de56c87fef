import { limits } from '../limits'

export type TagChange = { add: string | null; remove: string | null }

/** Whether two tags read as one: upper and lower case make no difference. */
const isSameTag = (one: string) => (other: string) => folded(one) === folded(other)
const folded = (tag: string) => tag.toUpperCase().toLowerCase()

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
  if (isNew) return kept.length < limits.tags ? [...kept, add] : null
  return kept.length === tags.length ? tags : kept
}
