/** One mark of a list and the comma behind it; a comma may stand in a mark too. */
const MARK = /[ \t,]*(?:W\/)?"([\x21\x23-\x7e\x80-\xff]*)"[ \t]*(?:,|$)/y

/**
 * Whether who asks has this state of a file already, by its mark without quotes (RFC 9110, 13.1.2): one
 * of a list names it, weak or strong, for a proxy that compresses makes them weak; `*` names any.
 * A list that is none says nothing.
 */
export const isKeptAlready = (header: string | null, mark: string): boolean => {
  if (header === null) return false
  if (header.trim() === '*') return true
  const marks: string[] = []
  MARK.lastIndex = 0
  for (let at = 0; at < header.length; at = MARK.lastIndex) {
    const found = MARK.exec(header)
    if (!found) return /^[ \t,]*$/.test(header.slice(at)) && marks.includes(mark)
    marks.push(found[1] ?? '')
  }
  return marks.includes(mark)
}
