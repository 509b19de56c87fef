import { expect, test } from 'bun:test'
import { hasVisible } from '../../../actors/text/visible'

const unseen: [what: string, text: string][] = [
  ['nothing', ''],
  ['spaces of all kinds', ' \n\t\u00A0\u2003\u3000\u2028'],
  ['a filler of Hangul', '\u3164'],
  ['other fillers of Hangul', '\u115F\u1160\uFFA0'],
  ['a space without width', '\u200B\u200B'],
  ['joiners', '\u2060\u200C\u200D\uFEFF\u034F'],
  ['a cell of braille without dots', '\u2800'],
  ['tags', '\u{E0068}\u{E0069}\u{E007F}'],
  ['variation selectors', '\uFE0F\u{E0100}\u180B'],
  ['directions', '\u200E\u200F\u202E\u2066\u2069\u061C'],
  ['marks that stand on nothing', '\u0301\u20DD'],
  ['control characters', '\u0000\u0007\u0085'],
  ['a note without a head', '\u{1D159}'],
  ['the place of an object', '\uFFFC\uFFFC'],
  ['all of them', ' \u3164\u200B\u2800\u{E0061}\u0301\u00AD'],
]
test.each(unseen)('%s cannot be seen', (_what, text) => expect(hasVisible(text)).toBe(false))

const seen = [
  'a',
  '.',
  '😀',
  '👨\u200D👩\u200D👧',
  '字',
  'ك',
  '\u200Bx',
  '\u2801',
  '❤\uFE0F',
  'e\u0301',
]
test.each(seen)('%j can be seen', (text) => expect(hasVisible(text)).toBe(true))
