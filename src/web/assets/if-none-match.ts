/** One tag of a list and the comma behind it; a comma may stand in a tag too. */
const TAG = /[ \t,]*(?:W\/)?"([\x21\x23-\x7e\x80-\xff]*)"[ \t]*(?:,|$)/y

/**
 * Whether who asks has this state of a file already, by its tag without quotes (RFC 9110, 13.1.2): one
 * of a list names it, weak or strong, for a proxy that compresses makes tags weak; `*` names any.
 * A list that is none says nothing.
 */
export const isKeptAlready = (header: string | null, tag: string): boolean => {
  if (header === null) return false
  if (header.trim() === '*') return true
  const tags: string[] = []
  TAG.lastIndex = 0
  for (let at = 0; at < header.length; at = TAG.lastIndex) {
    const found = TAG.exec(header)
    if (!found) return /^[ \t,]*$/.test(header.slice(at)) && tags.includes(tag)
    tags.push(found[1] ?? '')
  }
  return tags.includes(tag)
}
