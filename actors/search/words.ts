/**
 * What a text is found by. The same words are written into the index and asked of it, on every
 * database. Changed, they are others than those that are written already: then `WORDS_VERSION`
 * counts on, and the index is made anew.
 */
export const WORDS_VERSION = 2

/** A word as it stands in a text: folded, and from where to where it is there (UTF-16). */
export type Unit = {
  word: string
  start: number
  end: number
  /** A sign of a script that is written without spaces, right after another one. */
  joined: boolean
  /** Whether it is such a sign at all. */
  alone: boolean
}

/** Scripts without spaces between words: there each sign is a word, and each two are one as well. */
const SPACELESS =
  '(?=[\\p{L}\\p{M}\\p{N}])[\\p{scx=Hani}\\p{scx=Hira}\\p{scx=Kana}\\p{scx=Hang}\\p{scx=Bopo}' +
  '\\p{sc=Thai}\\p{sc=Laoo}\\p{sc=Khmr}\\p{sc=Mymr}\\p{sc=Tibt}]\\p{M}*'
const UNIT = new RegExp(`(${SPACELESS})|(?:(?!${SPACELESS})[\\p{L}\\p{M}\\p{N}\\p{Co}])+`, 'gu')

/** Code points of a word, and of one that is a sign with its marks; the rest makes no other word of it. */
const WORD_CHARS = 40
const SIGN_CHARS = 8

/** Accents of Latin, Greek and Cyrillic letters. Marks of other scripts are letters in all but name. */
const ACCENTS = /[\u0300-\u036F]/g

/** One sign in the form it is compared in: neither case, accent, width nor ligature matters. */
const foldedSign = (sign: string): string =>
  sign
    .normalize('NFKD')
    .replace(ACCENTS, '')
    .toUpperCase()
    .toLowerCase()
    .replace(ACCENTS, '')
    .replaceAll('ς', 'σ')
    .normalize('NFC')

const ASCII = /^[\0-\x7F]*$/

/** A text in that form, and where each of its units (UTF-16) was. */
const folded = (text: string): { text: string; at: readonly number[] | null } => {
  if (ASCII.test(text)) return { text: text.toLowerCase(), at: null }
  const parts: string[] = []
  const at: number[] = []
  let start = 0
  for (const sign of text) {
    const part = foldedSign(sign)
    parts.push(part)
    for (let n = 0; n < part.length; n++) at.push(start)
    start += sign.length
  }
  at.push(start)
  return { text: parts.join(''), at }
}

/** The words of a text in their order. */
export const unitsOf = (text: string): Unit[] => {
  const { text: plain, at } = folded(text)
  const place = (n: number) => at?.[n] ?? n
  const units: Unit[] = []
  let before = -1
  for (const { 0: found, 1: sign, index } of plain.matchAll(UNIT)) {
    const alone = sign !== undefined
    const last = units.at(-1)
    units.push({
      word: cut(found, alone ? SIGN_CHARS : WORD_CHARS),
      start: place(index),
      end: place(index + found.length),
      joined: alone && before === index && last?.alone === true,
      alone,
    })
    before = index + found.length
  }
  return units
}

const cut = (word: string, chars: number): string =>
  word.length <= chars ? word : Array.from(word).slice(0, chars).join('')

/** What of a text is written into the index, each once. */
export const wordsOf = (text: string): string[] => {
  const units = unitsOf(text)
  const pairs = units.flatMap(({ word, joined }, n) =>
    joined ? [`${units[n - 1]?.word}${word}`] : [],
  )
  return [...new Set([...units.map(({ word }) => word), ...pairs])]
}

/**
 * What is asked of the index for a run of words: signs that stand side by side are asked for in
 * twos, which is much less than each of them.
 */
export const askedOf = (units: readonly Unit[]): string[] => {
  const asked = units.flatMap((unit, n) => {
    if (unit.joined) return [`${units[n - 1]?.word}${unit.word}`]
    return units[n + 1]?.joined ? [] : [unit.word]
  })
  return [...new Set(asked)]
}
