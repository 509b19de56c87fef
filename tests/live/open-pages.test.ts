import { expect, test } from 'bun:test'
import { systemClock } from '../../src/clock'
import { OpenPages, PAGE_SILENCE_MS } from '../../src/live/open-pages'
import { LINGER_MS, REQUEST_MS } from '../../src/live/presence'
import { openTestClock } from '../support/clock'

const open = (maxGone?: number) => {
  const { clock, pass, now } = openTestClock()
  const told: string[] = []
  const pages = new OpenPages(
    clock,
    (person) => told.push(`${person} ${pages.of(person)?.page}`),
    maxGone,
  )
  return { pages, told, pass, now }
}

test('a page that says nothing is open while it is connected and answers', async () => {
  const { pages, told, pass, now } = open()
  expect(pages.of('vera')).toBeNull()
  pages.connect('vera')
  await pass(PAGE_SILENCE_MS - 1)
  pages.spoke('vera')
  await pass(PAGE_SILENCE_MS - 1)
  expect(told).toEqual(['vera open'])
  pages.disconnect('vera')
  const leftAt = now()
  await pass(LINGER_MS + 1_000)
  expect(told).toEqual(['vera open', 'vera gone'])
  expect(pages.of('vera')).toEqual({ page: 'gone', since: leftAt })
})

test('a page whose machine sleeps is gone, though its connection stays', async () => {
  const { pages, told, pass, now } = open()
  pages.connect('vera')
  pages.say('vera', 'tab', 'open')
  await pass(45_000)
  pages.say('vera', 'tab', 'open')
  const heardAt = now()
  // Its browser answers for a page that is frozen: that is no word of the page.
  await pass(60_000)
  pages.spoke('vera')
  await pass(PAGE_SILENCE_MS - 60_000)
  expect(told).toEqual(['vera open', 'vera gone'])
  expect(pages.of('vera')?.since ?? 0).toBeGreaterThanOrEqual(heardAt)
  pages.disconnect('vera')
  await pass(LINGER_MS)
  expect(told).toHaveLength(2)
})

test('of several tabs the one that is looked at counts', async () => {
  const { pages, told } = open()
  pages.connect('vera')
  pages.say('vera', 'one', 'open')
  pages.say('vera', 'two', 'hidden')
  pages.say('vera', 'one', 'hidden')
  pages.say('vera', 'two', 'open')
  pages.say('vera', 'two', 'gone')
  expect(told).toEqual(['vera open', 'vera hidden', 'vera open', 'vera hidden'])
})

test('who goes to the next page, or comes back hidden, has not left', async () => {
  const { pages, told, pass } = open()
  pages.connect('vera')
  pages.say('vera', 'one', 'hidden')
  pages.disconnect('vera')
  await pass(LINGER_MS - 1_000)
  pages.connect('vera')
  pages.say('vera', 'one', 'hidden')
  await pass(LINGER_MS)
  expect(told).toEqual(['vera open', 'vera hidden'])
})

test('who closes the page has left, whatever they asked for a moment before', async () => {
  const { pages, told, pass } = open()
  pages.request('vera')
  pages.connect('vera')
  pages.say('vera', 'one', 'open')
  pages.request('vera')
  pages.say('vera', 'one', 'gone')
  pages.disconnect('vera')
  await pass(LINGER_MS)
  expect(told).toEqual(['vera open', 'vera gone'])
})

test('without a script it is open for a minute after each request', async () => {
  const { pages, told, pass } = open()
  pages.request('vera')
  await pass(REQUEST_MS - 1)
  expect(told).toEqual(['vera open'])
  await pass(1_001)
  expect(told).toEqual(['vera open', 'vera gone'])
})

test('when somebody left is known for a day, and nothing after the end', () => {
  let now = 1_700_000_000_000
  let sweep = () => {}
  const every = (_ms: number, work: () => void) => {
    sweep = work
    return () => {}
  }
  const told: string[] = []
  const clock = { ...systemClock, now: () => now, ticks: () => now, every }
  const pages = new OpenPages(clock, (person) => told.push(`${person} ${pages.of(person)?.page}`))
  const wait = (ms: number) => {
    now += ms
    sweep()
  }
  pages.connect('vera')
  pages.disconnect('vera')
  wait(LINGER_MS)
  wait(23 * 3_600_000)
  expect(pages.of('vera')?.page).toBe('gone')
  wait(3_600_000)
  expect(pages.of('vera')).toBeNull()
  pages.close()
  pages.connect('vito')
  expect(told).toEqual(['vera open', 'vera gone'])
})

test('a clock that is set back keeps nobody here who has left', async () => {
  const { clock, pass, set } = openTestClock()
  const pages = new OpenPages(clock, () => {})
  pages.connect('vera')
  pages.connect('vito')
  set(-3_600_000)
  pages.disconnect('vito')
  await pass(LINGER_MS + 1_000)
  expect(pages.of('vito')?.page).toBe('gone')
  await pass(PAGE_SILENCE_MS)
  expect(pages.of('vera')?.page).toBe('gone')
  pages.close()
})

test('of a crowd that has left only the last are known, and who is here stays known', async () => {
  const { pages, pass } = open(100)
  pages.connect('vera')
  pages.request('vito')
  const crowd = Array.from({ length: 110 }, (_, n) => `passer-by ${n}`)
  for (const person of crowd) pages.request(person)
  // He comes back: others have been away for longer.
  pages.request('vito')
  await pass(REQUEST_MS + 2_000)
  expect(pages.of('vera')?.page).toBe('open')
  expect(pages.of('vito')?.page).toBe('gone')
  expect(pages.of(crowd[10] ?? '')).toBeNull()
  expect(pages.of(crowd[11] ?? '')?.page).toBe('gone')
  expect(pages.of(crowd.at(-1) ?? '')?.page).toBe('gone')
})
