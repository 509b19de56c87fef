import { codePoints } from '../../../actors/text/visible'

/** What was escaped once as it was stored, as its author wrote it. */
const ESCAPED = /&(amp|lt|gt|quot|apos|nbsp|#x27|#39|#34|#x2f);/gi
const signs: Readonly<Record<string, string>> = {
  ...{ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' },
  ...{ '#x27': "'", '#39': "'", '#34': '"', '#x2f': '/' },
}
export const unescaped = (text: string): string =>
  text.replace(ESCAPED, (whole, name: string) => signs[name.toLowerCase()] ?? whole)

const TAG = /<\/?[a-z][^<>]*>/i
const BLOCKS = /<(?:br|hr|\/p|\/div|\/li|\/tr|\/h[1-6]|\/ul|\/ol)\b[^<>]*>/gi
const ANY_TAG = /<\/?[a-z!][^<>]*>/gi
const NUMBERED = /&#(x[0-9a-f]{1,6}|\d{1,7});/gi

/** HTML without what no page shows. Each sign is looked at once, however often something begins and does not end. */
const withoutUnread = (html: string): string => {
  const lower = html.toLowerCase()
  const begin = /<(script|style)\b/g
  const endless = new Set<string>()
  let [text, from] = ['', 0]
  for (let found = begin.exec(lower); found; found = begin.exec(lower)) {
    const [, name = ''] = found
    const end = endless.has(name) ? -1 : lower.indexOf(`</${name}`, found.index)
    if (end < 0) {
      endless.add(name)
      continue
    }
    text += html.slice(from, found.index)
    from = end
    begin.lastIndex = end
  }
  return text + html.slice(from)
}

const eachLine = (text: string, of: (line: string) => string, between: string): string =>
  text.split('\n').map(of).join(between)

/** What a page would show of HTML, as plain text; of plain text that text. */
export const plainOf = (html: string): string => {
  const text = TAG.test(html)
    ? eachLine(withoutUnread(html), (line) => line.trim(), ' ')
        .replace(BLOCKS, '\n')
        .replace(ANY_TAG, '')
    : html
  const numbered = text.replace(NUMBERED, (whole, code: string) => {
    const point = code[0]?.toLowerCase() === 'x' ? Number.parseInt(code.slice(1), 16) : Number(code)
    return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : whole
  })
  return eachLine(unescaped(numbered), (line) => line.trimEnd(), '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}

/** Bytes of Windows-1252 that are no code points of the same number. */
const cp1252 = new Map(
  [...'€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ'].map((sign, nth) => {
    const codes = [0x80, 0x82, 0x83, 0x84, 0x85, 0x86, 0x87, 0x88, 0x89, 0x8a, 0x8b, 0x8c, 0x8e]
    const more = [
      0x91, 0x92, 0x93, 0x94, 0x95, 0x96, 0x97, 0x98, 0x99, 0x9a, 0x9b, 0x9c, 0x9e, 0x9f,
    ]
    return [sign, [...codes, ...more][nth] ?? 0x3f] as const
  }),
)
const strict = new TextDecoder('utf-8', { fatal: true })

/**
 * Text whose bytes of UTF-8 were stored as if they were Western letters, as it was meant: `ä½ å¥½` is
 * 你好. What is no such thing stays.
 */
export const mended = (text: string): string => {
  if (!/[\u00C2-\u00F4]/.test(text)) return text
  const bytes: number[] = []
  for (const sign of text) {
    const code = sign.codePointAt(0) ?? 0
    const byte = code <= 0xff ? code : cp1252.get(sign)
    if (byte === undefined) return text
    bytes.push(byte)
  }
  try {
    return strict.decode(new Uint8Array(bytes))
  } catch {
    return text
  }
}

/** Text as the desk keeps it: whole signs, without what no page can show. */
export const kept = (text: string): string =>
  mended(text).replace(/\r\n?/g, '\n').replaceAll('\0', '').toWellFormed()

/** At most so many code points of it. */
export const upTo = (text: string, points: number): string =>
  codePoints(text) <= points ? text : [...text].slice(0, points).join('').trim()

/** It in parts of at most so many code points, each of at most so many bytes. */
export const parted = (text: string, points: number): string[] => {
  if (codePoints(text) <= points) return [text]
  const signs = [...text]
  const parts: string[] = []
  for (let from = 0; from < signs.length; from += points)
    parts.push(signs.slice(from, from + points).join(''))
  return parts
}
