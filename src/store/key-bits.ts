/** A whole number has so many of them in both databases, and in the operators of JavaScript. */
const BITS = 31

/** Those of a row of which it is not known by which words it is found: it may be any. */
export const ALL_KEY_BITS = 2 ** BITS - 1

/**
 * Two bits of each word. A row that lacks one of them is not found by that word; of those that have both
 * most are, and the words themselves say which.
 */
export const keyBitsOf = (keys: readonly string[]): number =>
  keys.reduce((bits, key) => bits | bitsOf(key), 0)

const bitsOf = (key: string): number => {
  const hash = hashOf(key)
  const first = hash % BITS
  const second = (first + 1 + ((hash >>> 16) % (BITS - 1))) % BITS
  return (1 << first) | (1 << second)
}

/** FNV-1a, over code units. */
const hashOf = (key: string): number => {
  let hash = 0x811c9dc5
  for (let nth = 0; nth < key.length; nth += 1)
    hash = Math.imul(hash ^ key.charCodeAt(nth), 0x01000193) >>> 0
  return hash
}
