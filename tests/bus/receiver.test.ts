import { expect, test } from 'bun:test'
import { openReceiver } from '../../src/bus/receiver'
import { encode } from '../../src/bus/wire'
import { openTestClock } from '../support/clock'

const open = () => {
  const testClock = openTestClock()
  const counts = { heard: 0, refused: 0, missed: 0 }
  const receiver = openReceiver('here', counts, testClock.clock, () => {})
  const invalidations: number[] = []
  const start = testClock.now()
  receiver.onReconnect(() => void invalidations.push(testClock.now() - start))
  const hear = (n: number) => receiver.hear(encode({ node: 'there', n, facts: [] }))
  return { testClock, counts, receiver, invalidations, hear }
}

test('a gap is doubted at once, and many of them once a second', async () => {
  const { testClock, counts, invalidations, hear } = open()
  for (const n of [1, 2]) hear(n)
  expect(invalidations).toEqual([])
  hear(4)
  expect(invalidations).toEqual([0])
  for (let n = 3; n < 100; n += 1) hear(n * 2)
  expect(counts.missed).toBe(98)
  await testClock.pass(999)
  expect(invalidations).toEqual([0])
  await testClock.pass(1)
  expect(invalidations).toEqual([0, 1_000])
  await testClock.pass(5_000)
  expect(invalidations).toEqual([0, 1_000])
  hear(1)
  expect(invalidations).toEqual([0, 1_000, 6_000])
})

test('what is closed doubts no more', async () => {
  const { testClock, receiver, invalidations, hear } = open()
  for (const n of [1, 3, 5]) hear(n)
  receiver.close()
  expect(testClock.timers()).toBe(0)
  await testClock.pass(5_000)
  expect(invalidations).toEqual([0])
})
