import { expect, test } from 'bun:test'
import { looksLatin, skeletonOf } from '../../../actors/text/look-alikes'
import { mixesScripts } from '../../../actors/text/scripts'

test('what looks alike has one skeleton', () => {
  const alike: [one: string, other: string][] = [
    ['Vera', 'Vеrа'],
    ['Vera', 'VERA'],
    ['paypal', 'раураl'],
    ['Vito', 'Vit\u03BF'],
    ['Vera K.', 'Vera  K.'],
    ['علی\u200Cرضا', 'علیرضا'],
    ['Müller', 'Mu\u0308ller'],
    ['rn', 'm'],
  ]
  for (const [one, other] of alike) expect(skeletonOf(one)).toBe(skeletonOf(other))
  for (const other of ['Vito', 'Vero', 'Véra', 'Вера'])
    expect(skeletonOf(other)).not.toBe(skeletonOf('Vera'))
})

test('a word of another script that looks like a Latin one', () => {
  expect(['аррӏе', 'ѕсоре', 'оса'].map(looksLatin)).toEqual([true, true, true])
  expect(['кто', 'почта', '例子', 'münchen', 'apple', 'ılık'].some(looksLatin)).toBe(false)
})

test('a label is written in one script, or in those that are written together', () => {
  const plain = [
    'shop',
    'münchen',
    'кто',
    '例子',
    'abc中文',
    'サポートデスク',
    'ひらがな漢字',
    '네이버',
  ]
  expect([...plain, 'می\u200Cخواهم', 'ακρόπολη', 'คำ', ''].filter(mixesScripts)).toEqual([])
  const mixed = ['раypal', 'αpple', 'кто例', 'i❤', 'a\u200Bb', 'Ꮩera', '한かな']
  expect(mixed.filter((label) => !mixesScripts(label))).toEqual([])
})
