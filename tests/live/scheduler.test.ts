import { expect, test } from 'bun:test'
import { systemClock } from '../../src/clock'
import { Scheduler } from '../../src/live/scheduler'
import { until } from '../support/desk'

test('those who take long share the event loop with everybody else', async () => {
  let now = 0
  const scheduler = new Scheduler({ ...systemClock, now: () => now })
  const run = () => {
    now += 2
  }
  const busy = { run, beat: () => {}, end: () => {} }
  for (let n = 0; n < 300; n++) scheduler.ready(busy)
  let longest = 0
  while (now < 600) {
    const before = now
    await new Promise((resolve) => setImmediate(resolve))
    longest = Math.max(longest, now - before)
  }
  scheduler.close()
  expect(longest).toBeWithin(2, 13)
})

test('many rings are one look, and a large audience is done in a few turns', async () => {
  const scheduler = new Scheduler(systemClock)
  let looks = 0
  const quick = { run: () => void looks++, beat: () => {}, end: () => {} }
  for (let n = 0; n < 500; n++) scheduler.ready(quick)
  await Promise.resolve()
  expect(looks).toBe(16)
  await until(() => looks === 500)
  scheduler.close()
})
