import { afterEach, describe, expect, test } from 'bun:test'
import { systemClock } from '../../src/clock'
import { Feed, LIFETIME_MS, type Source, type Woken } from '../../src/live/feed'
import type { Ending, Frame, News, Pipe, Writer } from '../../src/live/pipe'
import { Scheduler } from '../../src/live/scheduler'
import { openLog } from '../../src/log'
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

const start = () => {
  const scheduler = new Scheduler(systemClock)
  rotas.push(scheduler)
  let nth = 0
  const desk = { scheduler, log: openLog('silent'), clock: systemClock, nth: () => nth++ }
  const pipe = new Kept()
  const source = new Numbers()
  const feed = new Feed(source, pipe, desk)
  return { scheduler, pipe, source, feed }
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
    const { feed, source, pipe } = start()
    feed.opened()
    await turn()
    source.fault = new Error('gone')
    source.ring(3)
    await turn()
    source.ring(4)
    expect(pipe.got).toEqual(['0..0', 'degraded'])
    source.fault = null
    await until(() => pipe.got.length === 4)
    expect(pipe.got).toEqual(['0..0', 'degraded', '0..4', 'healed'])
  })

  test('beats, and leaves a reader who takes nothing for two beats', async () => {
    const { feed, source, pipe } = start()
    feed.opened()
    await turn()
    feed.beat(systemClock.now())
    pipe.slow = true
    source.ring(1)
    await turn()
    feed.beat(systemClock.now())
    feed.beat(systemClock.now())
    expect(pipe.got).toEqual(['0..0', 'hb', '0..1', 'hb', 'end slow'])
  })

  test('does not live for ever', async () => {
    const { feed, pipe } = start()
    feed.opened()
    await turn()
    feed.beat(systemClock.now() + LIFETIME_MS)
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

describe('the scheduler', () => {
  test('turns a thousand feeds in slices, each once', async () => {
    const scheduler = new Scheduler(systemClock)
    rotas.push(scheduler)
    const ran: number[] = []
    const feeds = Array.from({ length: 1000 }, (_, n) => ({
      run: () => void ran.push(n),
      beat() {},
      end() {},
    }))
    for (const feed of feeds) scheduler.ready(feed)
    await turn()
    expect(ran.length).toBeLessThan(1000)
    await until(() => ran.length >= 1000)
    expect(ran).toEqual([...ran].sort((a, b) => a - b))
  })

  test('beats all within fifteen seconds, not all at once', () => {
    const scheduler = new Scheduler(systemClock)
    rotas.push(scheduler)
    const feeds = Array.from({ length: 150 }, () => ({ run() {}, beat() {}, end() {} }))
    for (const feed of feeds) scheduler.join(feed)
    expect(scheduler.size).toBe(150)
    for (const feed of feeds) scheduler.leave(feed)
    expect(scheduler.size).toBe(0)
  })
})
