import { expect, test } from 'bun:test'
import { openReceiver } from '../../src/bus/receiver'
import { encode } from '../../src/bus/wire'
import { openHandClock } from '../support/clock'

const open = () => {
  const hand = openHandClock()
  const counts = { heard: 0, refused: 0, missed: 0 }
  const receiver = openReceiver('here', counts, hand.clock, () => {})
  const invalidations: number[] = []
  const start = hand.now()
  receiver.onDoubt(() => void invalidations.push(hand.now() - start))
  const hear = (n: number) => receiver.hear(encode({ node: 'there', n, facts: [] }))
  return { hand, counts, receiver, invalidations, hear }
}

test('a gap is doubted at once, and many of them once a second', async () => {
  const { hand, counts, invalidations, hear } = open()
  for (const n of [1, 2]) hear(n)
  expect(invalidations).toEqual([])
  hear(4)
  expect(invalidations).toEqual([0])
  for (let n = 3; n < 100; n += 1) hear(n * 2)
  expect(counts.missed).toBe(98)
  await hand.pass(999)
  expect(invalidations).toEqual([0])
  await hand.pass(1)
  expect(invalidations).toEqual([0, 1_000])
  await hand.pass(5_000)
  expect(invalidations).toEqual([0, 1_000])
  hear(1)
  expect(invalidations).toEqual([0, 1_000, 6_000])
})

test('what is closed doubts no more', async () => {
  const { hand, receiver, invalidations, hear } = open()
  for (const n of [1, 3, 5]) hear(n)
  receiver.close()
  expect(hand.timers()).toBe(0)
  await hand.pass(5_000)
  expect(invalidations).toEqual([0])
})
