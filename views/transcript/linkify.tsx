import type { Child } from 'hono/jsx'
import { addressesIn } from './addresses'

/** What every address has; most text has neither. */
const sign = /[:@]/

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
  for (const { start, end, href, shown } of addressesIn(text)) {
    parts.push(text.slice(done, start), <Link href={href} text={shown} />)
    done = end
  }
  return [...parts, text.slice(done)]
}
