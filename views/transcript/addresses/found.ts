/** An address in a text: where it stands, where it leads, and how it is shown. */
export type Address = { start: number; end: number; href: string; shown: string }

/** What was read at a place: an address, or how far there is none. */
export type Found = Address | { end: number }

/** No address: what stands there up to the next space is not looked at again. */
export const none = (text: string, from: number): Found => {
  const space = /[\s，。、；：！？]|$/g
  space.lastIndex = from
  return { end: space.exec(text)?.index ?? text.length }
}

/** What a sticky expression finds at a place; nothing is an empty text. */
export const matchAt = (expression: RegExp, text: string, at: number): string => {
  expression.lastIndex = at
  return expression.exec(text)?.[0] ?? ''
}

const closing: Record<string, string> = { ')': '(', ']': '[', '}': '{' }

/** Punctuation after an address belongs to the sentence, unless its bracket opened inside. */
export const trimmed = (address: string): string => {
  const counts = new Map<string, number>()
  for (const each of address) counts.set(each, (counts.get(each) ?? 0) + 1)
  const countOf = (each: string) => counts.get(each) ?? 0
  let end = address.length
  for (; end > 0; end--) {
    const last = address.charAt(end - 1)
    const opening = closing[last]
    if (opening !== undefined && countOf(last) <= countOf(opening)) break
    if (!/[.,;:!?'"*_~)\]}>|`]/.test(last)) break
    counts.set(last, countOf(last) - 1)
  }
  return address.slice(0, end)
}
