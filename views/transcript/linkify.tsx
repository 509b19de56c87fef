import type { Child } from 'hono/jsx'

/**
 * Web addresses, `mailto:` and `tel:` links and bare e-mail addresses in plain text. Addresses
 * are ASCII, as browsers copy them, so Chinese text may follow one without a space. Every
 * repetition is bounded or cannot overlap its neighbour: linear in the text.
 */
const found =
  /\b(?:https?:\/\/[!-;=?-~]+|mailto:[\w.+%-]{1,64}@[\w.-]{1,255}|tel:\+?[\d().-]{3,32}|[\w.+-]{1,64}@(?:[\w-]{1,63}\.){1,8}[a-z]{2,24})/gi

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
