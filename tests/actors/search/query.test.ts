import { describe, expect, test } from 'bun:test'
import { isProblem } from '../../../actors/problem'
import { dayStart } from '../../../actors/search/day-start'
import { matchIn, piecesOf } from '../../../actors/search/match'
import { readQuery } from '../../../actors/search/query'
import { askedOf, unitsOf, wordsOf } from '../../../actors/search/words'

const termsIn = (text: string, typing = false) => {
  const query = readQuery(text, { zone: 'UTC', typing })
  if (isProblem(query)) throw new Error(query.reason)
  return query.terms
}
const marked = (text: string, asked: string, typing = false) => {
  const places = matchIn(text, termsIn(asked, typing))
  return places?.map(({ start, end }) => text.slice(start, end)) ?? null
}

describe('the words of a text', () => {
  test('are folded, and signs without spaces stand alone and in twos', () => {
    expect(wordsOf('Crème-BRÛLÉE ＡＢＣ ﬁne Straße')).toEqual([
      ...['creme', 'brulee', 'abc', 'fine', 'strasse'],
    ])
    expect(wordsOf('我要退款')).toEqual(['我', '要', '退', '款', '我要', '要退', '退款'])
    expect(wordsOf('iPhone手机')).toEqual(['iphone', '手', '机', '手机'])
    expect(wordsOf('한국어 ภาษา')).toContain('국어')
    expect(wordsOf('😀 … — !')).toEqual([])
  })

  test('are asked for by what the index has of each text that has them', () => {
    for (const text of ['退', '退款', '我要退款', 'wet box', 'iPhone手机', 'Ελλάς'])
      for (const asked of askedOf(unitsOf(text))) expect(wordsOf(`x ${text} y`)).toContain(asked)
    expect(askedOf(unitsOf('我要退款'))).toEqual(['我要', '要退', '退款'])
  })

  test('end somewhere, however long', () => {
    for (const word of wordsOf(`${'x'.repeat(4000)} ก${'\u0e49'.repeat(500)}`))
      expect(Array.from(word).length).toBeLessThanOrEqual(40)
  })
})

describe('what was searched for', () => {
  test('is marked where it stands, whole, as it was written', () => {
    expect(marked('The Wet BOX, a box', 'box')).toEqual(['BOX', 'box'])
    expect(marked('我要退款。退 款', '退款')).toEqual(['退款', '退 款'])
    expect(marked('Crème brûlée', 'brulee')).toEqual(['brûlée'])
    expect(marked('a refund', 'ref')).toBeNull()
    expect(marked('a refund', 'ref', true)).toEqual(['refund'])
    expect(marked('a refund ', 'ref ', true)).toBeNull()
  })

  test('stands side by side in quotes, and not at all with a minus', () => {
    expect(marked('wet box', '"wet box"')).toEqual(['wet box'])
    expect(marked('box wet', '"wet box"')).toBeNull()
    expect(marked('wet lamp', 'wet -lamp')).toBeNull()
    expect(marked('wet lamp', 'wet -"lamp shade"')).toEqual(['wet'])
    expect(marked('photo-of-box.jpg', 'box')).toEqual(['box'])
  })

  test('is shown with what is around it, and cuts no sign in two', () => {
    const text = `${'😀'.repeat(60)}box${'😀'.repeat(200)}`
    const pieces = piecesOf(text, matchIn(text, termsIn('box')) ?? [])
    expect(pieces.find(({ found }) => found)?.text).toBe('box')
    expect(
      pieces
        .map((piece) => piece.text)
        .join('')
        .isWellFormed(),
    ).toBe(true)
    expect([pieces[0]?.text, pieces.at(-1)?.text]).toEqual(['…', '…'])
  })
})

test('a day begins by the clocks of its zone, also where they change', () => {
  expect(dayStart('2026-03-29', 'Europe/Berlin')).toBe(Date.UTC(2026, 2, 28, 23))
  expect(dayStart('2026-03-30', 'Europe/Berlin')).toBe(Date.UTC(2026, 2, 29, 22))
  expect(dayStart('2026-01-31', 'Asia/Shanghai')).toBe(Date.UTC(2026, 0, 30, 16))
  for (const text of ['2026-02-30', '2026-1-1', '', 'x', '20260101', '2026-13-01'])
    expect(dayStart(text, 'UTC')).toBeNull()
})
