import { describe, expect, test } from 'bun:test'
import { readsAlike, shownName } from '../../../actors/text/names'

const ZWNJ = '\u200C'
const ZWJ = '\u200D'

describe('a name is kept as people of its script write it', () => {
  const kept: [what: string, name: string][] = [
    ['a joiner between Persian letters', `علی${ZWNJ}رضا`],
    ['another one', `می${ZWNJ}خواهم`],
    ['a family of one emoji', '👨\u200D👩\u200D👧 Familie'],
    ['an emoji with a colour of skin', '👩🏽\u200D🚒'],
    ['a heart on fire', '❤\uFE0F\u200D🔥'],
    ['a key with a figure', '1\uFE0F\u20E3'],
    ['the flag of Scotland', '🏴\u{E0067}\u{E0062}\u{E0073}\u{E0063}\u{E0074}\u{E007F}'],
    ['a Sinhala conjunct', '\u0DC1\u0DCA\u200D\u0DBB\u0DD3'],
    ['a Malayalam chillu, as it was written once', '\u0D2E\u0D4B\u0D39\u0D28\u0D4D\u200D'],
    ['a Bengali word with its joiner first', '\u09B0\u200D\u09CD\u09AF\u09BE\u09AC'],
    ['a Hindi conjunct that is held open', '\u0915\u094D\u200C\u0937'],
    ['a Chinese character in one of its shapes', '葛\u{E0100}城'],
    ['Thai that is no other spelling', 'คำแก้ว'],
    ['Spanish that is no other spelling', 'Mª José'],
    ['Tibetan letters below each other', '\u0F66\u0F90\u0FB2\u0F71\u0F74\u0F7E'],
    ['a Burmese letter with all that it may have', '\u1019\u103C\u103D\u103E\u1031'],
    ['a Khmer letter with its vowel and signs', '\u1780\u17CA\u17B6\u17C6\u17C7'],
    ['a Tai Tham word, letters below and above', '\u1A32\u1A6E\u1A6C\u1A65\u1A74'],
    ['a Balinese letter with all that it may have', '\u1B13\u1B34\u1B36\u1B03\u1B00'],
    ['a Javanese letter with all that it may have', '\uA98F\uA9BE\uA9BF\uA9B8\uA981'],
    ['Hebrew with its points', '\u05E9\u05BC\u05C1\u05B8'],
    ['an Arabic sign for figures', '\u0600\u0661'],
    ['an apostrophe and a hyphen', 'Siobhán O’Neill-Łukasz'],
  ]
  test.each(kept)('%s', (_what, name) => expect(shownName(name)).toBe(name.normalize('NFC')))
})

describe('what is only there to deceive is removed', () => {
  const removed: [name: string, becomes: string][] = [
    [`Ve${ZWNJ}ra`, 'Vera'],
    [`Ve${ZWJ}ra`, 'Vera'],
    [`${ZWJ}Vera${ZWNJ}`, 'Vera'],
    [`رضا${ZWNJ}علی`, 'رضاعلی'],
    [`علی${ZWNJ}${ZWNJ}رضا`, `علی${ZWNJ}رضا`],
    [`علی\u200B${ZWNJ}رضا`, `علی${ZWNJ}رضا`],
    [`😀${ZWJ}Vera`, '😀Vera'],
    ['Ve\u00ADr\u2060a\uFEFF', 'Vera'],
    ['V\u202Eare\u202C', 'Vare'],
    ['Ve\u3164ra', 'Vera'],
    ['Vera\u{E0041}\u{E0042}', 'Vera'],
    ['Vera\uFE0F', 'Vera'],
    ['1\uFE0F', '1'],
    ['Vera\u2028K.', 'Vera K.'],
    ['Vera\u2800K.', 'Vera K.'],
    ['Vera\tK.', 'Vera K.'],
    ['Vera\r\nK.', 'Vera K.'],
    ['Vera\nK.', 'Vera K.'],
    ['Vera\x0BK.\rK.', 'Vera K. K.'],
    ['\nVera\x85K.\n', 'Vera K.'],
    ['Ve\uFFFCra', 'Vera'],
    [`V${'\u0335'.repeat(40)}era`, 'V\u0335\u0335\u0335era'],
    [`ส${'\u0E47'.repeat(9)}`, 'ส\u0E47\u0E47\u0E47'],
    [`\u0F40${'\u0F90'.repeat(3)}${'\u0301'.repeat(9)}`, `\u0F40${'\u0F90'.repeat(3)}`],
    [`\u0F40${'\u0F90'.repeat(9)}`, `\u0F40${'\u0F90'.repeat(6)}`],
    ['Ｖｅｒａ', 'Vera'],
    ['𝓥𝓮𝓻𝓪', 'Vera'],
  ]
  test.each(removed)('%j becomes %j', (name, becomes) => expect(shownName(name)).toBe(becomes))

  test.each([
    '\u3164',
    '\u200B',
    '\u2800',
    '\u{E0061}',
    '\u0301',
    ' \u00A0\u3000 ',
    '\uFFA0\u115F',
    '\uFFFC',
  ])('nothing is left of %j', (name) => expect(shownName(name)).toBe(''))
})

test('names of departments read alike in any case, width and with joiners', () => {
  expect(readsAlike('Sales', 'ＳＡＬＥＳ')).toBe(true)
  expect(readsAlike('№ 1', 'No 1')).toBe(true)
  expect(readsAlike(`علی${ZWNJ}رضا`, 'علیرضا')).toBe(true)
  expect(readsAlike('Sales', 'Sale')).toBe(false)
})
