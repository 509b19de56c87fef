import { Database } from 'bun:sqlite'
import { expect, test } from 'bun:test'
import { addressOf } from '../../actors/address'
import { systemClock } from '../../src/clock'
import { ALL_KEY_BITS, keyBitsOf } from '../../src/store/key-bits'
import { openTestDesk, visit } from '../support/desk'

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

test('rows that no turn has written since get theirs, some at a time, and no others', async () => {
  const desk = await openTestDesk()
  const { conversation } = await visit(desk, 'Vera')
  const tagged = { type: 'tagged', at: systemClock.now(), name: 'Ana', add: 'VIP', remove: null }
  await desk.desk.system.send(addressOf('conversation', conversation), tagged as never)
  const db = new Database(`${desk.config.dataDir}/bellhop.db`)
  const bits = () =>
    db.query<{ bits: number }, []>('SELECT key_bits AS bits FROM conversations').get()?.bits
  const now = bits()
  expect(now).toBe(keyBitsOf(['tag:vip']))
  db.run('UPDATE conversations SET key_bits = ?', [ALL_KEY_BITS])
  const { fillKeyBits } = desk.desk.store.conversations
  expect(await fillKeyBits(500)).toBe(true)
  expect(bits()).toBe(now)
  expect(await fillKeyBits(500)).toBe(false)
  db.close()
  await desk.close()
})
