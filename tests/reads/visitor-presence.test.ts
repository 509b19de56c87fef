import { afterEach, expect, test } from 'bun:test'
import type { Fact } from '../../actors/facts'
import { openLocalBus } from '../../src/bus/local'
import { encode } from '../../src/bus/wire'
import { openVisitorPages } from '../../src/feeds/visitor-pages'
import { LINGER_MS } from '../../src/live/presence'
import { VisitorPresence } from '../../src/reads/visitor-presence'
import { openTestClock } from '../support/clock'

const closing: { close(): void }[] = []
afterEach(() => {
  for (const one of closing.splice(0)) one.close()
})

/** Nodes on one bus, and who looks after Vera on another. */
const open = () => {
  const { clock, pass, now } = openTestClock()
  const bus = openLocalBus()
  const [north, south] = [openVisitorPages({ bus, clock }), openVisitorPages({ bus, clock })]
  const presence = new VisitorPresence({ bus, clock })
  closing.push(north, south, presence)
  const told: unknown[] = []
  const watcher = { moved: () => void told.push(presence.of('vera')?.page) }
  const asking: Fact[] = []
  bus.subscribeAll((fact) => {
    if (fact.what === 'whereabouts') asking.push(fact)
  })
  /** After how many was asked, as often as each of them was. */
  const asked = () => asking.reduce((sum, { also = [] }) => sum + 1 + also.length, 0)
  return { pass, now, north, south, presence, told, watcher, asking, asked }
}

const nobody: ReadonlySet<string> = new Set()
const vera: ReadonlySet<string> = new Set(['vera'])

test('where a page is is known from the node it came through, at once', () => {
  const { north, presence, now } = open()
  north.pages.connect('vera')
  expect(presence.of('vera')).toEqual({ page: 'open', since: now() })
})

test('who watches hears of each move, of whichever node, and of nobody else', async () => {
  const { pass, north, south, presence, told, watcher } = open()
  presence.watch(watcher, nobody, vera)
  north.pages.connect('vera')
  north.pages.say('vera', 'one', 'hidden')
  north.pages.connect('vito')
  // Another of her tabs, through another node: the nearer one counts.
  south.pages.connect('vera')
  south.pages.disconnect('vera')
  await pass(LINGER_MS)
  north.pages.disconnect('vera')
  await pass(LINGER_MS)
  expect(told).toEqual(['open', 'hidden', 'open', 'hidden', 'gone'])
  presence.watch(watcher, vera, nobody)
  north.pages.connect('vera')
  expect(told).toHaveLength(5)
})

test('that nobody has it open is said when every node has had the time to say so', async () => {
  const { pass, presence, told, watcher } = open()
  presence.watch(watcher, nobody, vera)
  expect(presence.of('vera')).toBeNull()
  await pass(2_000)
  expect(presence.of('vera')).toEqual({ page: 'gone', since: null })
  expect(told).toEqual(['gone'])
})

test('a node that is no more says nothing, and its visitors are gone with it', async () => {
  const { pass, north, presence, told, watcher, now } = open()
  presence.watch(watcher, nobody, vera)
  north.pages.connect('vera')
  north.close()
  const lastHeard = now()
  await pass(80_000)
  expect(told).toEqual(['open', 'gone'])
  expect(presence.of('vera')).toEqual({ page: 'gone', since: lastHeard })
})

test('who is watched is asked after now and then, and nobody else', async () => {
  const { pass, north, presence, watcher, told, asked } = open()
  north.pages.connect('vera')
  presence.watch(watcher, nobody, vera)
  presence.of('vito')
  expect(asked()).toBe(2)
  for (let n = 0; n < 10; n++) {
    north.pages.spoke('vera')
    await pass(30_000)
  }
  // Vito was looked at once, and forgotten after a minute.
  expect(asked()).toBe(2 + 10 + 1)
  expect([told, presence.of('vera')?.page]).toEqual([[], 'open'])
})

test('many are asked after in one, and cost fewer bytes', async () => {
  const { pass, north, presence, asking, asked } = open()
  const visitors = Array.from({ length: 250 }, () => crypto.randomUUID())
  for (const visitor of visitors.slice(0, 60)) north.pages.connect(visitor)
  presence.watch({ moved() {} }, nobody, new Set(visitors))
  expect([asked(), asking.length]).toEqual([250, 3])
  const bytesOf = (facts: Fact[]) => encode({ node: 'north', n: 1, facts }).length
  const apart = visitors.map((id): Fact => ({ topic: `visitor:${id}`, what: 'whereabouts' }))
  const [together, single] = [bytesOf(asking), bytesOf(apart)]
  console.log(`250 visitors: ${single} bytes in 250 facts apart, ${together} in 3 together`)
  expect(together).toBeLessThan(single * 0.65)
  // Those whose pages are here are known before the call is over.
  expect(presence.of(visitors[59] ?? '')?.page).toBe('open')
  expect(presence.of(visitors[60] ?? '')).toBeNull()
  expect(asking).toHaveLength(3)
  await pass(30_000)
  expect([asked(), asking.length]).toEqual([500, 6])
})
