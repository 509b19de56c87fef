import { afterAll, beforeAll, describe, expect, test } from 'bun:test'
import { emojiIn } from '../../actors/text/emoji'
import { fitPicker, pickerScript } from '../../src/web/assets/emoji'
import { paths } from '../../views/paths'
import { openTestDesk, type TestDesk } from '../support/desk'
import { type Ask, askOf } from './ask'

type Listed = {
  unicode: string
  group: number
  annotation: string
  words: string
  skins?: { unicode: string; tone: number }[]
}
type Served = { words: { searchLabel: string; skinTones: string[] }; emoji: Listed[] }

let desk: TestDesk
let ask: Ask
beforeAll(async () => {
  desk = await openTestDesk()
  ask = askOf(desk)
})
afterAll(() => desk.close())

/** The list of a language, by the name that the script has for it. */
const listOf = async (language: 'en' | 'zh') => {
  const script = await ask('GET', paths.static('emoji.js'))
  const [name = ''] = new RegExp(`emoji-${language}-[0-9a-f]{12}\\.json`).exec(script.text) ?? []
  const answer = await ask('GET', paths.static(name))
  return { ...answer, served: JSON.parse(answer.text) as Served }
}

describe('the emoji that are offered', () => {
  test.each([
    ['en', 'grinning face', 'Search emoji'],
    ['zh', '嘿嘿', '搜索表情'],
  ] as const)('are a list in %s, which browsers keep', async (language, first, label) => {
    const { status, headers, served } = await listOf(language)
    expect([status, headers.get('Content-Type')]).toEqual([200, 'application/json'])
    expect(headers.get('Cache-Control')).toContain('immutable')
    expect(served.words.searchLabel).toBe(label)
    expect(served.words.skinTones).toHaveLength(6)
    const [one] = served.emoji
    expect([one?.unicode, one?.annotation]).toEqual(['😀', first])
    expect(served.emoji.length).toBeGreaterThan(1_800)
    expect(
      served.emoji.every(({ words, annotation }) => words.includes(annotation.toLowerCase())),
    ).toBe(true)
  })

  test('are each a reaction, in every skin, written as one is kept', async () => {
    const { served } = await listOf('en')
    const all = served.emoji.flatMap(({ unicode, skins = [] }) => [
      unicode,
      ...skins.map((skin) => skin.unicode),
    ])
    expect(all.filter((each) => emojiIn(each) === null)).toEqual([])
    // The package writes a mark behind some that are pictures without it.
    expect(all).toContain('👍️')
    expect(['👍️', '👍', '❤', '❤️'].map(emojiIn)).toEqual(['👍', '👍', '❤️', '❤️'])
    expect(['x', '👍👍', '\u{FE0F}', ''].map(emojiIn)).toEqual([null, null, null, null])
  })
})

describe('the script of the picker', () => {
  test('says whose it is, that it was changed, and where its licence is', async () => {
    const { text } = await ask('GET', paths.static('emoji.js'))
    expect(text).toContain('Nolan Lawson, Apache-2.0, changed')
    const licence = await ask('GET', paths.static('emoji-picker-LICENSE.txt'))
    expect(licence.text).toContain('Apache License')
  })

  test('asks nobody but the desk, and writes no style the policy refuses', async () => {
    const { text } = await ask('GET', paths.static('emoji.js'))
    expect(text).not.toContain('import ')
    expect(text).toContain('style.cssText=')
  })

  test('of another release that is written otherwise is refused', async () => {
    const script = await Bun.file(pickerScript).text()
    expect(fitPicker(script)).not.toBe(script)
    expect(() =>
      fitPicker(script.replace('setAttribute(attributeName', 'setAttribute(name')),
    ).toThrow('the emoji picker has not once')
  })
})
