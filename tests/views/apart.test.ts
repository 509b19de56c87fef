import { describe, expect, test } from 'bun:test'
import { pictures } from '../support/gallery/pages'

/** What stands in the line of what is around it where no style says otherwise. */
const inLine = /^(?:a|b|bdi|button|em|i|label|small|span|strong|time)$/
/** What is in these is not read as text of the page, or is shown one by one. */
const apart = /<(svg|script|style|template|select|title|textarea)\b.*?<\/\1>/gs
const piece = /<(?<end>\/?)(?<tag>[a-z][a-z0-9-]*)[^>]*>|(?<text>[^<]+)/g
const isWord = (sign: string | undefined) => sign !== undefined && /[\p{L}\p{N}]/u.test(sign)

/** Words of two elements that a browser without styles shows as one. */
const runTogether = (html: string): string[] => {
  const found: string[] = []
  let line = ''
  let crossed = false
  for (const { groups = {} } of html.replace(apart, '<p></p>').matchAll(piece)) {
    const { tag, text } = groups
    if (tag !== undefined && tag !== 'wbr') {
      crossed = true
      if (!inLine.test(tag)) line = ''
    }
    if (text === undefined) continue
    if (crossed && isWord(line.at(-1)) && isWord(text[0]))
      found.push(`${line.slice(-12)}|${text.slice(0, 12)}`)
    line += text
    crossed = false
  }
  return found
}

test('words of two elements are found that no blank keeps apart', () => {
  const html = '<p><b>Name</b><span>Vera</span></p><p>An<wbr>a <b>is</b> <i>here</i></p><p>1</p>'
  expect(runTogether(html)).toEqual(['Name|Vera'])
})

describe('without styles no two words run together', () => {
  for (const { name, page } of pictures)
    test(name, () => {
      expect(runTogether(String(page({ theme: 'auto', language: 'en' })))).toEqual([])
    })
})
