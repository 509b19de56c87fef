import { describe, expect, test } from 'bun:test'
import { looksLike } from '../../../actors/form/pattern'

describe('an answer looks like its pattern', () => {
  test.each([
    ['AB-12345', 'AB-#####'],
    ['ab-12345', 'AB-#####'],
    ['K7', '@#'],
    ['京7', '@#'],
    ['anything at all', '*'],
    ['', '*'],
    ['order 12 of 2026', 'order * of ####'],
    ['1#2', '#\\##'],
    ['👍x', '??'],
    ['a*b', 'a\\*b'],
    ['aab', '*ab'],
  ])('%p is like %p', (text, pattern) => expect(looksLike(text, pattern)).toBe(true))

  test.each([
    ['AB-1234', 'AB-#####'],
    ['AB-123456', 'AB-#####'],
    ['7K', '@#'],
    ['axb', 'a\\*b'],
    ['order 12', 'order * of ####'],
    ['', '?'],
    ['(a+)+$', '^(a+)+$'],
  ])('%p is not like %p', (text, pattern) => expect(looksLike(text, pattern)).toBe(false))

  test('without trying every way there is', () => {
    expect(looksLike('a'.repeat(1000), `${'*a'.repeat(25)}b`)).toBe(false)
  })
})
