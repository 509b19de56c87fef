import { expect, test } from 'bun:test'
import { ALL_KEY_BITS, keyBitsOf } from '../../src/store/key-bits'

const words = Array.from({ length: 300 }, (_, nth) => `tag:word ${nth}`)
const has = (row: number, asked: number) => (row & asked) === asked

test('a row has the bits of each of its words, in whatever order they stand', () => {
  for (const [nth, word] of words.entries()) {
    const others = words.slice(0, nth % 5)
    expect(has(keyBitsOf([...others, word]), keyBitsOf([word]))).toBe(true)
    expect(keyBitsOf([word, ...others])).toBe(keyBitsOf([...others, word]))
  }
})

test('a row of which it is not known has all of them, and one without words has none', () => {
  for (const word of words) expect(has(ALL_KEY_BITS, keyBitsOf([word]))).toBe(true)
  expect(keyBitsOf([])).toBe(0)
})

test('two words have different bits nearly always, so that few rows are looked at in vain', () => {
  const row = keyBitsOf(words.slice(0, 3))
  const inVain = words.slice(3).filter((word) => has(row, keyBitsOf([word])))
  expect(inVain.length / words.length).toBeLessThan(0.08)
  for (const word of words) expect(keyBitsOf([word]).toString(2).replaceAll('0', '')).toBe('11')
})

test('they are what they were: rows keep them', () => {
  expect(keyBitsOf(['tag:vip', 'answered:never'])).toBe(42_024_960)
})
