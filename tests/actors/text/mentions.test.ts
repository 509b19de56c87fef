import { describe, expect, test } from 'bun:test'
import { calledIn } from '../../../actors/text/mentions'

const people = [
  { id: 'ana', name: 'Ana' },
  { id: 'lima', name: 'Ana Lima' },
  { id: 'wei', name: '张伟' },
  { id: 'ming', name: '张伟明' },
  { id: 'bo', name: 'Bo' },
  { id: 'elo', name: 'Élodie' },
]
const called = (text: string) =>
  calledIn(text, people).map(({ id, from, to }) => `${id}: ${text.slice(from, to)}`)

describe('a name behind an @', () => {
  test('is the longest that stands there, whatever its case and its spaces', () => {
    expect(called('@Ana Lima, please')).toEqual(['lima: @Ana Lima'])
    expect(called('@ana  LIMA')).toEqual(['lima: @ana  LIMA'])
    expect(called('@Ana Limas')).toEqual(['ana: @Ana'])
    expect(called('@Ana\nLima')).toEqual(['ana: @Ana'])
    expect(called('@Ana and @Bo.')).toEqual(['ana: @Ana', 'bo: @Bo'])
    expect(called('(@Bo) @Bo’s')).toEqual(['bo: @Bo', 'bo: @Bo'])
  })

  test('needs no spaces in Chinese, nor a narrow @', () => {
    expect(called('请@张伟看一下')).toEqual(['wei: @张伟'])
    expect(called('@张伟明天来')).toEqual(['ming: @张伟明'])
    expect(called('麻烦＠张伟、@Bo处理')).toEqual(['wei: ＠张伟', 'bo: @Bo'])
    expect(called('＠Ｂｏ')).toEqual(['bo: ＠Ｂｏ'])
  })

  test('is found however its accents are written', () => {
    expect(called('@E\u0301lodie')).toEqual(['elo: @E\u0301lodie'])
    expect(called('@Elodie')).toEqual([])
  })

  test('is nobody’s in an address, in a longer word, or where it only looks like one', () => {
    for (const text of [
      ...[
        'me@Ana',
        'bo.ana@Bo',
        'https://x.org/@Ana',
        '@@Ana',
        'a_@Bo',
        '@Bob',
        '@Bo_2',
        '@Bo-Ling',
      ],
      ...['@', '@ Ana', '@Ana\u0301', '@bo@example.org', '@\u0412\u043e', 'Ana', '@nobody'],
    ])
      expect([text, called(text)]).toEqual([text, []])
  })

  test('is looked for in a text of nothing else without delay, and not more often than twenty times', () => {
    expect(called('@Bo '.repeat(1000))).toHaveLength(20)
    const began = performance.now()
    called('@a '.repeat(1300))
    expect(performance.now() - began).toBeLessThan(500)
  })
})
