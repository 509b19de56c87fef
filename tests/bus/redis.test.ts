import { afterAll, beforeAll, describe, expect, test } from 'bun:test'
import { Redis } from 'ioredis'
import type { Fact } from '../../actors/facts'
import { openRedisBus, type RedisBus } from '../../src/bus/redis'
import { type Clock, systemClock } from '../../src/clock'
import { openLog } from '../../src/log'
import { busContract } from '../contracts/bus'
import { openTestClock } from '../support/clock'
import { freePort } from '../support/ports'
import { waitFor } from '../support/programs'
import { hasRedis, startRedis, type TestRedis } from '../support/redis'

const said = (id: string, seq: number): Fact => ({ topic: `conversation:${id}`, what: 'said', seq })

const timed = (work: () => void) => {
  const began = performance.now()
  work()
  return performance.now() - began
}

describe.skipIf(!hasRedis)('Redis', () => {
  let redis: TestRedis
  let desks = 0
  const buses: RedisBus[] = []
  const lines: string[] = []
  beforeAll(async () => {
    redis = await startRedis()
  })
  afterAll(async () => {
    await Promise.all(buses.map((bus) => bus.close()))
    await redis.stop()
  })

  const openBus = (options: { prefix?: string; url?: string; clock?: Clock } = {}) => {
    const log = openLog('debug', (line) => lines.push(line))
    const bus = openRedisBus({ url: redis.url, log, clock: systemClock, ...options })
    buses.push(bus)
    return bus
  }

  const up = (bus: RedisBus, within = 2_000) =>
    waitFor('the bus to be up', () => bus.state() === 'up', within)

  const down = (bus: RedisBus) => waitFor('the bus to be down', () => bus.state() === 'down', 2_500)

  const openPair = async () => {
    const prefix = `desk${desks++}:`
    const [here, there] = [openBus({ prefix }), openBus({ prefix })]
    await Promise.all([up(here), up(there)])
    return { here, there, prefix }
  }

  /** Somebody else on the same Redis. */
  const openStranger = async (prefix: string) => {
    const reader = new Redis(redis.url)
    const writer = new Redis(redis.url)
    const texts: string[] = []
    reader.on('message', (_, text) => texts.push(text))
    await reader.subscribe(`${prefix}bell`)
    return {
      texts,
      say: (text: string) => writer.publish(`${prefix}bell`, text),
      leave: () => [reader, writer].map((one) => one.disconnect()),
    }
  }

  const heardBy = (bus: RedisBus) => {
    const seqs: (number | undefined)[] = []
    bus.subscribe('conversation:a', ({ seq }) => seqs.push(seq))
    return seqs
  }

  busContract('two nodes on one Redis', openPair)

  test('what is rung in one tick goes together, without the words', async () => {
    const { here, prefix } = await openPair()
    const stranger = await openStranger(prefix)
    here.publish([said('a', 1), said('a', 2)])
    here.publish([said('b', 1)])
    const told = () => stranger.texts.filter((text) => text.includes('conversation'))
    await waitFor('the message', () => told().length > 0)
    await Bun.sleep(50)
    expect(told()).toHaveLength(1)
    expect(JSON.parse(told()[0] ?? '').facts).toHaveLength(3)
    stranger.leave()
  })

  test('more than a message holds arrives, in order', async () => {
    const { here, there } = await openPair()
    const heard = heardBy(there)
    here.publish(Array.from({ length: 1_000 }, (_, n) => said('a', n)))
    await waitFor('all of it', () => heard.length >= 1_000)
    expect(heard).toEqual(Array.from({ length: 1_000 }, (_, n) => n))
  })

  test('desks with different prefixes do not hear one another', async () => {
    const one = await openPair()
    const other = await openPair()
    const [near, far] = [heardBy(one.there), heardBy(other.there)]
    one.here.publish([said('a', 1)])
    await waitFor('the ring', () => near.length > 0)
    expect(far).toEqual([])
  })

  test('Redis is killed: ringing stays instant; it returns: they find one another', async () => {
    const { here, there } = await openPair()
    const [near, far] = [heardBy(here), heardBy(there)]
    let reconnects = 0
    there.onReconnect(() => reconnects++)
    await redis.kill()
    await down(here)
    expect(timed(() => here.publish([said('a', 1)]))).toBeLessThan(20)
    expect(near).toEqual([1])
    await redis.restart()
    await Promise.all([up(here), up(there)])
    here.publish([said('a', 2)])
    await waitFor('the ring on the other node', () => far.includes(2), 1_000)
    expect(far).toEqual([2])
    await waitFor('the doubt', () => reconnects > 0)
    expect(here.counts().lost).toBeGreaterThan(0)
  }, 15_000)

  test('Redis is stopped in its tracks: nobody waits for it', async () => {
    const { here, there } = await openPair()
    const [near, far] = [heardBy(here), heardBy(there)]
    redis.pause()
    const times = Array.from({ length: 200 }, (_, n) => timed(() => here.publish([said('a', n)])))
    expect(Math.max(...times)).toBeLessThan(20)
    expect(near).toHaveLength(200)
    await down(here)
    // Long enough for both to give their connections up and to try new ones in vain.
    await Bun.sleep(3_500)
    redis.resume()
    await Promise.all([up(here), up(there)])
    here.publish([said('a', 1_000)])
    await waitFor('the ring on the other node', () => far.includes(1_000), 1_000)
  }, 20_000)

  test('a Redis that never answers costs bounded memory, and closing does not wait', async () => {
    const { here } = await openPair()
    redis.pause()
    here.publish([said('a', 0)])
    await Bun.sleep(5)
    for (let n = 0; n < 50_000; n++) here.publish([said('a', n)])
    expect(here.counts().lost).toBeGreaterThan(20_000)
    const began = performance.now()
    await here.close()
    expect(performance.now() - began).toBeLessThan(1_000)
    redis.resume()
  }, 10_000)

  test('booting without Redis is booting; it is found when it comes', async () => {
    const port = await freePort()
    const began = performance.now()
    const bus = openBus({ url: `redis://127.0.0.1:${port}` })
    expect(performance.now() - began).toBeLessThan(50)
    expect(bus.state()).toBe('down')
    const near = heardBy(bus)
    bus.publish([said('a', 1)])
    expect(near).toEqual([1])
    const late = await startRedis({ port })
    await up(bus)
    await bus.close()
    await late.stop()
  }, 10_000)

  test('garbage and lies on the channel change nothing', async () => {
    const { here, there, prefix } = await openPair()
    const stranger = await openStranger(prefix)
    const all: Fact[] = []
    there.subscribeAll((fact) => all.push(fact))
    for (const text of ['', 'x', '{}', '[1]', 'x'.repeat(300_000), '{"node":1,"n":0,"facts":[]}'])
      await stranger.say(text)
    await stranger.say('{"node":"f","n":0,"facts":[{"topic":"desk:x","what":"burn"}]}')
    here.publish([said('a', 7)])
    await waitFor('the true ring', () => all.length > 0)
    expect(all).toEqual([said('a', 7)])
    expect(there.counts().refused).toBe(7)
    expect(there.state()).toBe('up')
    stranger.leave()
  })

  test('a missed ring is noticed; a flood of lies about it is not believed each time', async () => {
    const testClock = openTestClock()
    const prefix = `desk${desks++}:`
    const there = openBus({ prefix, clock: testClock.clock })
    await up(there)
    const stranger = await openStranger(prefix)
    await testClock.pass(1_000) // The invalidate of having connected has passed.
    let invalidations = 0
    there.onReconnect(() => invalidations++)
    const tell = (n: number) => stranger.say(JSON.stringify({ node: 'other', n, facts: [] }))
    await tell(1)
    await tell(2)
    await Bun.sleep(30)
    expect(invalidations).toBe(0)
    await tell(4)
    await waitFor('invalidate', () => invalidations > 0)
    for (let n = 0; n < 1_000; n++) await tell(n * 2)
    expect(there.counts().missed).toBeGreaterThan(900)
    expect(invalidations).toBe(1)
    await testClock.pass(1_000)
    expect(invalidations).toBe(2)
    stranger.leave()
  }, 10_000)

  test('a subscriber that Redis throws out comes back and says that it may have missed', async () => {
    const { here, there } = await openPair()
    await Bun.sleep(1_100)
    const far = heardBy(there)
    let invalidations = 0
    there.onReconnect(() => invalidations++)
    const admin = new Redis(redis.url)
    await admin.call('CLIENT', 'KILL', 'TYPE', 'pubsub')
    admin.disconnect()
    await waitFor('invalidate', () => invalidations > 0)
    await Promise.all([up(here), up(there)])
    here.publish([said('a', 5)])
    await waitFor('the ring', () => far.includes(5))
  }, 10_000)

  test('the password is in no line of the log, right or wrong', async () => {
    const guarded = await startRedis({ password: 'olga-knows-it' })
    const right = openBus({ url: guarded.url })
    const wrong = openBus({ url: guarded.url.replace('olga-knows-it', 'vito-guessed') })
    await up(right)
    await down(wrong)
    await waitFor('the log', () => lines.some((line) => line.includes('WRONGPASS')), 4_000)
    expect(lines.filter((line) => /olga-knows-it|vito-guessed/.test(line))).toEqual([])
    await Promise.all([right.close(), wrong.close()])
    await guarded.stop()
  }, 10_000)
})
