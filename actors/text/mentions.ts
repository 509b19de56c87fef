/** Somebody's name where it stands in a text behind an `@`, which is part of it, in UTF-16 units. */
export type Called = { id: string; from: number; to: number }

type Person = { id: string; name: string }

/** More in one text is no call any more. */
const MOST_CALLED = 20

/** Chinese and Chinese keyboards write the wide one. */
const CALLS = /[@＠]/gu
const LINE_END = /[\n\r\u2028\u2029]/u
/** Scripts that put no spaces between their words: a name begins and ends anywhere in them. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u
const WORD = /[\p{L}\p{N}\p{M}]/u
/** What stands before the `@` of an e-mail address, or of a page of somebody, and goes on after a host's name. */
const BEFORE = /[\p{L}\p{N}\p{M}_%+\-/@＠]/u
const GOES_ON = /^[-_@＠][\p{L}\p{N}]/u

/** As it reads: upper and lower case, wide letters and several spaces make no difference. */
const folded = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/\p{Default_Ignorable_Code_Point}/gu, '')
    .replace(/\s+/gu, ' ')
    .toUpperCase()
    .toLowerCase()

/** The letter a text begins with, without its marks: whatever they are written as. */
const firstOf = (text: string): string => [...folded(text).normalize('NFD')][0] ?? ''

/**
 * Who of these people is called by name in a text. Of names that begin alike the longest that stands
 * there is meant; what is part of an e-mail address or of a longer word calls nobody.
 */
export const calledIn = (text: string, people: readonly Person[]): Called[] => {
  const byName = new Map(people.map(({ id, name }) => [folded(name).trim(), id]))
  byName.delete('')
  const firsts = new Set([...byName.keys()].map(firstOf))
  const longest = Math.max(0, ...[...byName.keys()].map(({ length }) => length))
  const called: Called[] = []
  for (const { index: from } of text.matchAll(CALLS)) {
    if (called.length >= MOST_CALLED) break
    if (!beginsAt(text, from)) continue
    // What is written apart may be twice as long as what it reads as.
    const [line = ''] = text.slice(from + 1, from + 1 + longest * 2).split(LINE_END)
    const [first = ''] = line
    if (!firsts.has(firstOf(first))) continue
    const found = longestName(text, from + 1, line, byName)
    if (found) called.push({ id: found.id, from, to: found.to })
  }
  return called
}

const beginsAt = (text: string, at: number): boolean => {
  const before = [...text.slice(Math.max(0, at - 2), at)].at(-1)
  return before === undefined || UNSPACED.test(before) || !BEFORE.test(before)
}

const longestName = (
  text: string,
  start: number,
  line: string,
  byName: ReadonlyMap<string, string>,
) => {
  const signs = [...line]
  for (let count = signs.length; count > 0; count -= 1) {
    const last = signs[count - 1] ?? ''
    const name = signs.slice(0, count).join('')
    const id = /\s/u.test(last) ? undefined : byName.get(folded(name))
    const to = start + name.length
    if (id !== undefined && endsAt(text, to, last)) return { id, to }
  }
  return undefined
}

const endsAt = (text: string, at: number, last: string): boolean => {
  const [next] = text.slice(at, at + 2)
  if (next === undefined) return true
  if (/\p{M}/u.test(next)) return false
  if (GOES_ON.test(text.slice(at, at + 3))) return UNSPACED.test(last)
  return !WORD.test(next) || UNSPACED.test(next) || UNSPACED.test(last)
}
