/**
 * What an answer must look like, as somebody writes it who knows no regular expressions: `#` is a
 * digit, `@` a letter, `?` any one character, `*` any number of them, and all else itself; `\` makes
 * the next sign itself. No pattern can make a reader slow: it is walked once, with one way back.
 */
export type Sign = { one: (char: string) => boolean } | 'any'

const wildcards: Record<string, Sign> = {
  '#': { one: (char) => /^\p{Nd}$/u.test(char) },
  '@': { one: (char) => /^\p{L}$/u.test(char) },
  '?': { one: () => true },
  '*': 'any',
}

const signsOf = (pattern: string): Sign[] => {
  const signs: Sign[] = []
  let isPlain = false
  for (const char of pattern) {
    if (char === '\\' && !isPlain) {
      isPlain = true
      continue
    }
    const sign = isPlain ? undefined : wildcards[char]
    signs.push(sign ?? { one: (other) => other.toLowerCase() === char.toLowerCase() })
    isPlain = false
  }
  return signs
}

/** Whether a text is as a pattern says, from its first character to its last. */
export const looksLike = (text: string, pattern: string): boolean => {
  const [chars, signs] = [[...text], signsOf(pattern)]
  let [at, sign] = [0, 0]
  // The last `*`, and up to where it reaches so far: only from there it is tried again.
  let back: { sign: number; at: number } | null = null
  while (at < chars.length) {
    const wanted = signs[sign]
    if (wanted === 'any') {
      back = { sign, at }
      sign += 1
    } else if (wanted?.one(chars[at] ?? '')) {
      at += 1
      sign += 1
    } else if (back) {
      back = { sign: back.sign, at: back.at + 1 }
      at = back.at
      sign = back.sign + 1
    } else return false
  }
  return signs.slice(sign).every((rest) => rest === 'any')
}
