import { afterEach, beforeEach, expect, test } from 'bun:test'
import { systemClock } from '../../src/clock'
import { openLog } from '../../src/log'
import { REST_MS, SharedReads } from '../../src/reads/shared-reads'
import { until } from '../support/desk'

/** What was asked for together, and what the next answers are. */
let asked: string[][]
let answer: (key: string) => string
let reads: Figures

class Figures extends SharedReads<string> {
  protected override async read(keys: readonly string[]) {
    asked.push([...keys])
    return new Map(keys.map((key) => [key, answer(key)]))
  }
}
class Reader {
  told = 0
  moved() {
    this.told++
  }
}

beforeEach(() => {
  asked = []
  answer = (key) => key
  reads = new Figures({ clock: systemClock, log: openLog('silent') })
})
afterEach(() => reads.close())

test('five hundred who look cost one read, and one more when it may have changed', async () => {
  const readers = Array.from({ length: 500 }, () => new Reader())
  for (const reader of readers) reads.join('sales', reader)
  await reads.ready(['sales'])
  expect(reads.value('sales')).toBe('sales')
  expect(asked).toEqual([['sales']])
  answer = () => 'others'
  for (let n = 0; n < 50; n++) reads.ask('sales')
  await until(() => reads.value('sales') === 'others')
  expect(asked).toHaveLength(2)
  expect(readers.every(({ told }) => told === 2)).toBe(true)
  // Nobody is told of what is as it was.
  reads.ask('sales')
  await until(() => asked.length === 3)
  await Bun.sleep(5)
  expect(readers[0]?.told).toBe(2)
})

test('it is read at once, and then rests', async () => {
  reads.join('sales', new Reader())
  await reads.ready(['sales'])
  const began = performance.now()
  reads.ask('sales')
  reads.ask('sales')
  await until(() => asked.length === 2)
  expect(performance.now() - began).toBeWithin(REST_MS - 30, REST_MS * 4)
  // Something that is in more of a hurry.
  await Bun.sleep(60)
  const again = performance.now()
  reads.ask('sales')
  reads.ask('sales', 50)
  await until(() => asked.length === 3)
  expect(performance.now() - again).toBeLessThan(REST_MS - 60)
})

test('what is due together is read together', async () => {
  for (const key of ['sales', 'billing', 'repairs']) reads.join(key, new Reader())
  await reads.ready(['sales', 'billing', 'repairs'])
  reads.invalidate()
  await until(() => asked.length === 2)
  expect(asked.map((keys) => keys.length)).toEqual([3, 3])
})

test('what is asked for while it is read is read once more', async () => {
  const reader = new Reader()
  reads.join('sales', reader)
  answer = () => {
    if (asked.length === 1) reads.ask('sales')
    return `${asked.length}`
  }
  await until(() => asked.length === 2)
  expect(reads.value('sales')).toBe('2')
})

test('that it cannot be read is told, and it is tried again', async () => {
  const reader = new Reader()
  answer = () => {
    throw new Error('gone')
  }
  reads.join('sales', reader)
  await reads.ready(['sales'])
  expect(() => reads.value('sales')).toThrow('gone')
  expect(reader.told).toBe(1)
  answer = () => 'back'
  await until(() => reader.told === 2)
  expect(reads.value('sales')).toBe('back')
})

test('what nobody looks at is not read', async () => {
  const reader = new Reader()
  reads.join('sales', reader)
  await reads.ready(['sales'])
  reads.leave('sales', reader)
  reads.ask('sales')
  await Bun.sleep(REST_MS + 50)
  expect(asked).toHaveLength(1)
})
