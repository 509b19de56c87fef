import { afterEach, describe, expect, test } from 'bun:test'
import { Feed, LIFETIME_MS, type Source, type Woken } from '../../src/live/feed'
import type { Ending, Frame, News, Pipe, Writer } from '../../src/live/pipe'
import { Scheduler } from '../../src/live/scheduler'
import { openLog } from '../../src/log'
import { openTestClock } from '../support/clock'
import { until } from '../support/desk'

/** A pipe that keeps what it was given; `take` lets a slow reader take what waits. */
class Kept implements Pipe {
  writer: Writer | null = null
  full = false
  readonly got: (string | News | `end ${Ending}`)[] = []
  slow = false
  take = () => {}
  push(frames: readonly Frame[]) {
    this.got.push(...frames.map(({ html }) => html))
    if (!this.slow) return undefined
    this.full = true
    return new Promise<void>((resolve) => {
      this.take = () => {
        this.full = false
        resolve()
      }
    })
  }
  tell(news: News) {
    this.got.push(news)
  }
  end(why: Ending) {
    this.got.push(`end ${why}`)
    this.writer?.closed()
  }
}

/** Numbers that grow; each look brings those after the cursor. */
class Numbers implements Source {
  readonly steps: string[] = []
  newest = 0
  cursor = 0
  ending: Ending | null = null
  fault: Error | null = null
  feed: Woken | null = null
  open(feed: Woken) {
    this.steps.push('open')
    this.feed = feed
  }
  ends() {
    return this.ending
  }
  look(pipe: Pipe) {
    if (this.fault) throw this.fault
    const from = this.cursor
    this.cursor = this.newest
    this.steps.push(`look ${from}..${this.newest}`)
    return pipe.push([{ html: `${from}..${this.newest}`, seq: null }])
  }
  close() {
    this.steps.push('close')
  }
  ring(newest: number) {
    this.newest = newest
    this.feed?.wake()
  }
}

const rotas: Scheduler[] = []
afterEach(() => {
  for (const scheduler of rotas.splice(0)) scheduler.close()
})

const start = (testClock = openTestClock()) => {
  const scheduler = new Scheduler(testClock.clock)
  rotas.push(scheduler)
  let nth = 0
  const desk = { scheduler, log: openLog('silent'), clock: testClock.clock, nth: () => nth++ }
  const pipe = new Kept()
  const source = new Numbers()
  const feed = new Feed(source, pipe, desk)
  return { testClock, scheduler, pipe, source, feed }
}
const turn = () => new Promise((resolve) => setImmediate(resolve))

describe('a feed', () => {
  test('listens before it looks', async () => {
    const { feed, source } = start()
    feed.opened()
    expect(source.steps).toEqual(['open'])
    await turn()
    expect(source.steps).toEqual(['open', 'look 0..0'])
  })

  test('makes one look of many rings', async () => {
    const { feed, source, pipe } = start()
    feed.opened()
    await turn()
    for (let n = 1; n <= 1000; n++) source.ring(n)
    await turn()
    expect(pipe.got).toEqual(['0..0', '0..1000'])
  })

  test('looks again only when the reader has taken the last look', async () => {
    const { feed, source, pipe } = start()
    pipe.slow = true
    feed.opened()
    await turn()
    source.ring(1)
    source.ring(2)
    await Bun.sleep(20)
    expect(pipe.got).toEqual(['0..0'])
    pipe.take()
    await until(() => pipe.got.length === 2)
    expect(pipe.got).toEqual(['0..0', '0..2'])
  })

  test('is slow alone', async () => {
    const slow = start()
    slow.pipe.slow = true
    slow.feed.opened()
    const quick = start()
    quick.feed.opened()
    await turn()
    slow.source.ring(1)
    quick.source.ring(1)
    await turn()
    expect(quick.pipe.got).toEqual(['0..0', '0..1'])
    expect(slow.pipe.got).toEqual(['0..0'])
  })

  test('ends before it shows what may no longer be seen', async () => {
    const { feed, source, pipe, scheduler } = start()
    feed.opened()
    await turn()
    source.ending = 'forbidden'
    source.ring(1)
    await turn()
    expect(pipe.got).toEqual(['0..0', 'end forbidden'])
    expect(source.steps.at(-1)).toBe('close')
    expect(scheduler.size).toBe(0)
  })

  test('says that the store is in trouble, once, and heals with nothing skipped', async () => {
    const { testClock, feed, source, pipe } = start()
    feed.opened()
    await turn()
    source.fault = new Error('gone')
    source.ring(3)
    await turn()
    source.ring(4)
    expect(pipe.got).toEqual(['0..0', 'degraded'])
    await testClock.pass(499)
    source.fault = null
    await turn()
    expect(pipe.got).toEqual(['0..0', 'degraded'])
    await testClock.pass(251)
    expect(pipe.got).toEqual(['0..0', 'degraded', '0..4', 'healed'])
  })

  test('looks at the store ever more rarely while it is in trouble, and not after its end', async () => {
    const { testClock, feed, source } = start()
    feed.opened()
    await turn()
    let looks = 0
    source.ends = () => {
      looks++
      throw new Error('gone')
    }
    source.ring(1)
    await turn()
    const counts: number[] = []
    for (const ms of [1_000, 5_000, 60_000, 60_000]) {
      looks = 0
      await testClock.pass(ms)
      counts.push(looks)
    }
    // After 0.5, 1, 2, 4 and then every 8 s, or up to half as long again.
    expect(counts[0]).toBe(1)
    expect(counts[1]).toBe(2)
    for (const count of counts.slice(2)) expect(count).toBeWithin(5, 9)
    feed.closed()
    expect(testClock.timers()).toBe(1)
    await testClock.pass(60_000)
    expect(looks).toBe(counts.at(-1) ?? 0)
  })

  test('beats, and leaves a reader who takes nothing for two beats', async () => {
    const { testClock, feed, source, pipe } = start()
    feed.opened()
    await turn()
    feed.heartbeat(testClock.now())
    pipe.slow = true
    source.ring(1)
    await turn()
    feed.heartbeat(testClock.now())
    feed.heartbeat(testClock.now())
    expect(pipe.got).toEqual(['0..0', 'hb', '0..1', 'hb', 'end slow'])
  })

  test('does not live for ever', async () => {
    const { testClock, feed, pipe } = start()
    feed.opened()
    await turn()
    feed.heartbeat(testClock.now() + LIFETIME_MS)
    expect(pipe.got).toEqual(['0..0', 'end renew'])
  })

  test('is quiet after its end', async () => {
    const { feed, source, pipe } = start()
    feed.opened()
    await turn()
    feed.end('drain')
    source.ring(1)
    feed.closed()
    await turn()
    expect(pipe.got).toEqual(['0..0', 'end drain'])
    expect(source.steps.filter((step) => step === 'close')).toHaveLength(1)
  })
})
