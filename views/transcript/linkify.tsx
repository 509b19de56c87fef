import type { Child } from 'hono/jsx'

/** Scripts that put no space between words: text in them may stand right beside an address. */
const UNSPACED = ['Han', 'Hira', 'Kana', 'Bopo', 'Hang', 'Thai', 'Laoo', 'Khmr', 'Mymr']
  .map((script) => `\\p{sc=${script}}`)
  .join('')
/** A letter or figure of any other script: of `münchen`, of `кто`. */
const LETTER = `[[\\p{L}\\p{M}\\p{N}_]--[${UNSPACED}]]`
/** What goes on with an address: such a letter, or any ASCII that is seen but `<` and `>`. */
const GOES_ON = `[[!-;=?-~\\p{L}\\p{M}\\p{N}]--[${UNSPACED}]]`
/** A host with names in those scripts, of which each has its dot, or is the last after one. */
const UNSPACED_HOST =
  `(?:[\\w\\-]{1,63}\\.){0,8}(?:[${UNSPACED}]{1,63}\\.){1,8}` + `(?:[${UNSPACED}]{2,20})?`
const NAME = `${LETTER}(?:${LETTER}|[.+\\-]){0,63}`
const DOMAIN = `(?:(?:${LETTER}|-){1,63}\\.){1,8}[\\p{L}--[${UNSPACED}]]{2,24}`

/**
 * Web addresses, `mailto:` and `tel:` links and bare e-mail addresses in plain text, in whatever
 * script they are written. Chinese text may follow one without a space. Every repetition is
 * bounded or cannot overlap its neighbour: linear in the text.
 */
const found = new RegExp(
  `(?<!${LETTER})(?:https?:\\/\\/(?:${UNSPACED_HOST})?${GOES_ON}*|` +
    `mailto:[\\w.+%\\-]{1,64}@[\\w.\\-]{1,255}|tel:\\+?[\\d\\(\\).\\-]{3,32}|${NAME}@${DOMAIN})`,
  'giv',
)

/** What every one of them has; most text has neither. */
const sign = /[:@]/

const closing: Record<string, string> = { ')': '(', ']': '[', '}': '{' }

/** Punctuation after an address belongs to the sentence, unless its bracket opened inside. */
const trim = (address: string): string => {
  let end = address.length
  for (; end > 0; end--) {
    const last = address.charAt(end - 1)
    const opening = closing[last]
    const inside = opening !== undefined && address.slice(0, end - 1).includes(opening)
    if (inside || !/[.,;:!?'"*_~)\]}>]/.test(last)) break
  }
  return address.slice(0, end)
}

/** Where the link leads; null when it is not one of the four kinds after all. */
const target = (address: string): string | null => {
  if (!/^[a-z]+:/i.test(address)) return `mailto:${address}`
  if (!/^https?:/i.test(address)) return address
  return URL.canParse(address) ? address : null
}

const Link = ({ href, text }: { href: string; text: string }) => (
  <a href={href} target="_blank" rel="noopener noreferrer nofollow">
    {text}
  </a>
)

/** The text in parts, its addresses as links; everything else stays text. */
export const linked = (text: string): Child[] => {
  if (!sign.test(text)) return [text]
  const parts: Child[] = []
  let done = 0
  for (const match of text.matchAll(found)) {
    const address = trim(match[0])
    const href = target(address)
    if (href === null) continue
    parts.push(text.slice(done, match.index), <Link href={href} text={address} />)
    done = match.index + address.length
  }
  return [...parts, text.slice(done)]
}
