import type { ErasurePlan } from './erasure'

/** Stands where words of somebody were that are no more, in any language. */
export const GONE = '[…]'

/** Code points from which on a text is known again, and a part of a name among other words. */
const KNOWN_TEXT = 8
const KNOWN_PART = 3

/** Takes words of one person out of a text; the very same text where there are none. */
export type Scrubber = (text: string) => string

const escaped = (words: string) => words.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')

const SPACELESS = /[\p{sc=Hani}\p{sc=Hira}\p{sc=Kana}\p{sc=Hang}\p{sc=Thai}]/u

/** A name among other words: not within a longer one, where words have spaces between them. */
const wordly = (words: string): string =>
  SPACELESS.test(words) ? escaped(words) : `(?<![\\p{L}\\p{N}])${escaped(words)}(?![\\p{L}\\p{N}])`

const longestFirst = (all: Iterable<string>): string[] =>
  [...new Set(all)].filter((one) => one !== '').sort((a, b) => b.length - a.length)

/** Of what somebody said, what can be told from what others say: its lines, as long as they say something. */
export const knownTexts = (text: string): string[] =>
  [text.trim(), ...text.split('\n').map((line) => line.trim())].filter(
    (part) => [...part].length >= KNOWN_TEXT,
  )

/** Parts of a name by which somebody is spoken to. */
const partsOf = (name: string): string[] =>
  name.split(/\s+/).filter((part) => [...part].length >= KNOWN_PART)

/**
 * `within` is where they were spoken to: there a part of their name is theirs, too. Elsewhere a part of
 * a name is somebody else's.
 */
export const scrubberOf = (
  { names, marks, texts }: Pick<ErasurePlan, 'names' | 'marks' | 'texts'>,
  within: boolean,
): Scrubber => {
  const called = longestFirst(within ? [...names, ...names.flatMap(partsOf)] : names)
  const marked = longestFirst(marks)
  // As an address has them too, where spaces and signs are written otherwise.
  const coded = longestFirst([...marks, ...names].map(encodeURIComponent))
  const whole = [...marked, ...coded].map(escaped)
  const patterns = [...whole, ...called.map(wordly)]
  const people = patterns.length === 0 ? null : new RegExp(patterns.join('|'), 'giu')
  const quoteless = quotesOf(texts)
  return (text) => {
    const left = quoteless(text)
    return people ? left.replace(people, GONE) : left
  }
}

/** Units (UTF-16) by which texts are looked up: each has as many, but for names of files. */
const KEY_UNITS = KNOWN_TEXT

/** Takes texts out of another, however many there are: what does not begin as one of them costs a look. */
const quotesOf = (texts: readonly string[]): Scrubber => {
  const all = longestFirst(texts)
  const short = all.filter((one) => one.length < KEY_UNITS)
  const byKey = Map.groupBy(
    all.filter((one) => one.length >= KEY_UNITS),
    (one) => one.slice(0, KEY_UNITS),
  )
  return (text) => {
    let left = ''
    let from = 0
    for (let at = 0; at + KEY_UNITS <= text.length; at += 1) {
      const alike = byKey.get(text.slice(at, at + KEY_UNITS))
      const found = alike?.find((one) => text.startsWith(one, at))
      if (found === undefined) continue
      left += text.slice(from, at) + GONE
      from = at + found.length
      at = from - 1
    }
    const rest = from === 0 ? text : left + text.slice(from)
    return short.reduce((now, one) => now.replaceAll(one, GONE), rest)
  }
}

/** Under which names of a value people write. What is under others is the desk's own word for something. */
const WORDS: ReadonlySet<string> = new Set([
  // A text that is in no value.
  '',
  ...['name', 'visitorName', 'agentName', 'visitor', 'from', 'to', 'text', 'words', 'greeting'],
  ...[
    'details',
    'comment',
    'title',
    'label',
    'value',
    'shown',
    'reason',
    'macro',
    'topics',
    'source',
  ],
  ...['email', 'phone', 'company', 'notes', 'subject', 'tags', 'remarks'],
])

/**
 * The texts of a value that people wrote, scrubbed; the very same value where nothing of it is other than
 * before. `isWords` says of which names these are.
 */
export const scrubbed = <Value>(
  value: Value,
  scrub: Scrubber,
  isWords: (key: string) => boolean = (key) => WORDS.has(key),
): Value => {
  const inside = (inner: unknown, key: string): unknown => {
    if (typeof inner === 'string') return isWords(key) ? scrub(inner) : inner
    if (Array.isArray(inner)) {
      const all = inner.map((each) => inside(each, key))
      return all.some((each, n) => each !== inner[n]) ? all : inner
    }
    if (typeof inner !== 'object' || inner === null) return inner
    const entries = Object.entries(inner)
    const all = entries.map(([name, each]) => [name, inside(each, name)] as const)
    return all.some(([, each], n) => each !== entries[n]?.[1]) ? Object.fromEntries(all) : inner
  }
  return inside(value, '') as Value
}
