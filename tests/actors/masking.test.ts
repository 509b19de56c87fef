import { expect, test } from 'bun:test'
import { isPattern, maskOf } from '../../actors/masking/mask'
import { isCard, isIdentity } from '../../actors/masking/numbers'

const both = { maskCards: true, maskIdentities: true, maskPatterns: '' }
const mask = maskOf(both)

test('numbers of cards are told by their check, in whatever groups and digits they are written', () => {
  for (const card of [
    ...['4111111111111111', '5500005555555559', '340000000000009', '6212345678900000003'],
    ...['30000000000004', '3530111333300000'],
  ])
    expect([card, isCard(card)]).toEqual([card, true])
  for (const other of ['4111111111111112', '1234567890123', '0000000000000000', '411111111111'])
    expect([other, isCard(other)]).toEqual([other, false])
  expect(mask('Card 4111 1111 1111 1111, please')).toBe('Card •••• •••• •••• 1111, please')
  expect(mask('4111-1111-1111-1111')).toBe('••••-••••-••••-1111')
  expect(mask('卡号４１１１１１１１１１１１１１１１。')).toBe('卡号••••••••••••１１１１。')
  expect(mask('on 12 4111111111111111 for 30')).toBe('on 12 ••••••••••••1111 for 30')
  for (const [written, shown] of [
    ['4111.1111.1111.1111', '••••.••••.••••.1111'],
    ['4111\u30001111\u30001111\u30001111', '••••\u3000••••\u3000••••\u30001111'],
    ['4111\u20111111\u20131111\u20091111', '••••\u2011••••\u2013••••\u20091111'],
    ['4111  1111 - 1111 1111', '••••  •••• - •••• 1111'],
    ['41\u200B11111111111111', '••\u200B••••••••••1111'],
  ] as const)
    expect(mask(written)).toBe(shown)
  const prices = '4.11 11.11 1111.11 11.111 and 4111.11 11.11 1111.11'
  expect(mask(prices)).toBe(prices)
  const none = 'Order 4111111111111112, +49 30 1234567890, 2026-11-30 12:30'
  expect(mask(none)).toBe(none)
})

test('citizens’ numbers of China are told by their check, and are whole days', () => {
  expect(isIdentity('11010519491231002X')).toBeTrue()
  expect(isIdentity('11010519491231002x')).toBeTrue()
  expect(isIdentity('440524188001010014')).toBeTrue()
  expect(isIdentity('110105194912310021')).toBeFalse()
  expect(isIdentity('11010519491331002X')).toBeFalse()
  expect(mask('身份证11010519491231002X，谢谢')).toBe('身份证••••••••••••••002X，谢谢')
  expect(mask('4111111111111111 11010519491231002X')).toBe('••••••••••••1111 ••••••••••••••002X')
})

test('patterns of a desk are matched in a time that grows with the text alone', () => {
  const own = maskOf({ ...both, maskPatterns: 'KD-\\d{6}\n(a+)+b' })
  expect(own('Contract KD-204711 it is')).toBe('Contract ••••••••• it is')
  const began = performance.now()
  const evil = 'a'.repeat(4_000)
  expect(own(evil)).toBe(evil)
  expect(performance.now() - began).toBeLessThan(2_000)
  expect(['\\d+', 'x*', '(', ''].map(isPattern)).toEqual([true, false, false, false])
})

test('what is masked is as long as it was, and costs nothing where there is nothing', () => {
  for (const text of ['👍 4111 1111 1111 1111 👍', 'a\n４１１１１１１１１１１１１１１１\nb'])
    expect(mask(text)).toHaveLength(text.length)
  const plain = 'nothing at all'
  expect(mask(plain)).toBe(plain)
  const digits = '1 2'.repeat(5_000)
  const began = performance.now()
  mask(digits)
  expect(performance.now() - began).toBeLessThan(2_000)
})
