import { describe, expect, test } from 'bun:test'
import { systemClock } from '../../src/clock'
import { ConnectionLimits } from '../../src/live/connection-limits'
import { type Ending, spread } from '../../src/live/pipe'
import { throttleWarnings } from '../../src/live/throttle-warnings'
import { openLog } from '../../src/log'

describe('connections', () => {
  const connection = () => {
    const ended: Ending[] = []
    return { ended, end: (why: Ending) => void ended.push(why) }
  }

  test('of one person: the oldest gives way', () => {
    const caps = new ConnectionLimits({ person: 2, address: 100 })
    const all = [connection(), connection(), connection()]
    for (const each of all) caps.enter('vera', '203.0.113.1', each)
    expect(all.map(({ ended }) => ended)).toEqual([['replaced'], [], []])
  })

  test('of one address are let in up to a number, and again when some left', () => {
    const caps = new ConnectionLimits({ person: 100, address: 2 })
    const first = connection()
    caps.enter('vera', '203.0.113.1', first)
    caps.enter('vito', '203.0.113.1', connection())
    expect(caps.admits('203.0.113.1')).toBe(false)
    expect(caps.admits('203.0.113.2')).toBe(true)
    caps.leave('vera', '203.0.113.1', first)
    expect(caps.admits('203.0.113.1')).toBe(true)
  })

  test('over loopback are not counted: they may all be behind one proxy', () => {
    const caps = new ConnectionLimits({ person: 1, address: 1 })
    const first = connection()
    caps.enter('vera', '127.0.0.1', first)
    caps.enter('vera', '::1', connection())
    expect(caps.admits('127.0.0.1')).toBe(true)
    expect(first.ended).toEqual([])
  })
})

test('pages that are sent away together come back one by one', () => {
  const times = Array.from({ length: 1000 }, (_, n) => spread(n, 1000, 6000))
  expect(Math.min(...times)).toBeGreaterThanOrEqual(1000)
  expect(Math.max(...times)).toBeLessThanOrEqual(6000)
  const each = Array.from({ length: 10 }, (_, n) => n * 500 + 1000).map(
    (from) => times.filter((time) => time >= from && time < from + 500).length,
  )
  for (const count of each) expect(count).toBeWithin(90, 111)
})

test('what thousands of feeds find out at once is one line, and how often', () => {
  let now = 0
  const lines: string[] = []
  const log = throttleWarnings(
    openLog('warn', (line) => lines.push(line)),
    { ...systemClock, ticks: () => now },
  )
  for (let n = 0; n < 5000; n++) log.warn('feed cannot read', { problem: 'gone' })
  expect(lines).toHaveLength(1)
  now = 1_000
  log.warn('feed cannot read', { problem: 'gone' })
  expect(lines).toHaveLength(2)
  expect(lines[1]).toContain('"times":5000')
})
