import { raw } from 'hono/html'
import type { Child } from 'hono/jsx'
import { LRUCache } from 'lru-cache'

/** More than there are of any part: languages, lights and the few pages it is on. */
const MEMO_ENTRIES = 64

/**
 * A part that is the same for everybody who reads its language: drawn once and kept as one piece,
 * for most of a page is such parts, and drawing is most of what a page costs. It must depend on its
 * props alone, and `keyOf` must tell apart whatever it depends on.
 */
export const memo = <Props>(
  draw: (props: Props) => Child,
  keyOf: (props: Props) => string,
): ((props: Props) => Child) => {
  const drawn = new LRUCache<string, NonNullable<Child>>({ max: MEMO_ENTRIES })
  return (props) => {
    const key = keyOf(props)
    const known = drawn.get(key)
    if (known) return known
    const piece = raw(String(draw(props)))
    drawn.set(key, piece)
    return piece
  }
}
