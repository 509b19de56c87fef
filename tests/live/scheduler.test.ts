import { afterEach, describe, expect, test } from 'bun:test'
import { Scheduler } from '../../src/live/scheduler'
import { openTestClock } from '../support/clock'
import { until } from '../support/desk'

const rotas: Scheduler[] = []
afterEach(() => {
  for (const scheduler of rotas.splice(0)) scheduler.close()
})

const turn = () => new Promise((resolve) => setImmediate(resolve))

test('those who take long share the event loop with everybody else', async () => {
  let now = 0
  const scheduler = new Scheduler({ ...openTestClock().clock, ticks: () => now })
  const run = () => {
    now += 2
  }
  const busy = { run, heartbeat: () => {}, end: () => {} }
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

describe('the rota', () => {
  test('turns a thousand feeds in slices, each once', async () => {
    const scheduler = new Scheduler(openTestClock().clock)
    rotas.push(scheduler)
    const ran: number[] = []
    const feeds = Array.from({ length: 1000 }, (_, n) => ({
      run: () => void ran.push(n),
      heartbeat() {},
      end() {},
    }))
    for (const feed of feeds) scheduler.ready(feed)
    await turn()
    expect(ran.length).toBeLessThan(1000)
    await until(() => ran.length >= 1000)
    expect(ran).toEqual([...ran].sort((a, b) => a - b))
  })

  test('beats all within fifteen seconds, not all at once', async () => {
    const testClock = openTestClock()
    const scheduler = new Scheduler(testClock.clock)
    rotas.push(scheduler)
    const beats: { n: number; now: number }[] = []
    const feeds = Array.from({ length: 150 }, (_, n) => ({
      run() {},
      heartbeat: (now: number) => void beats.push({ n, now }),
      end() {},
    }))
    for (const feed of feeds) scheduler.join(feed)
    expect(scheduler.size).toBe(150)
    const began = testClock.now()
    for (let second = 1; second <= 15; second++) {
      await testClock.pass(1000)
      const newest = beats.slice(-10)
      expect(beats).toHaveLength(second * 10)
      expect(newest.every(({ now }) => now === began + second * 1000)).toBe(true)
    }
    expect(new Set(beats.map(({ n }) => n)).size).toBe(150)
    for (const feed of feeds) scheduler.leave(feed)
    expect(scheduler.size).toBe(0)
  })
})
