import { describe, expect, test } from 'bun:test'
import { openLog } from '../../src/log'
import { openOutage, withoutOutages } from '../../src/store/outage'
import { Unavailable } from '../../src/store/unavailable'
import { openTestClock } from '../support/clock'

const open = () => {
  const lines: string[] = []
  const testClock = openTestClock()
  const log = openLog('info', (line) => lines.push(line))
  const outage = openOutage({ clock: testClock.clock, log }, ({ message, full }) =>
    message === 'told elsewhere' ? undefined : { problem: message, remedy: full ? 'room' : 'wait' },
  )
  const told = () =>
    lines.splice(0).map((line) => {
      const { level, message, problem, remedy } = JSON.parse(line)
      return [level, problem ?? message, remedy].filter(Boolean).join(' ')
    })
  return { outage, told, log, pass: testClock.pass }
}
const full = () => new Unavailable('full', { full: true })

describe('an outage of the store', () => {
  test('is told once for each reason, and once when it is over', async () => {
    const { outage, told, pass } = open()
    for (let n = 0; n < 100; n += 1) outage.failed(full())
    outage.failed(new Unavailable('locked'))
    outage.failed(new Unavailable('told elsewhere'))
    outage.failed(new Error('no fault of the store'))
    expect(told()).toEqual(['warn full room', 'warn locked wait'])
    // What is small may fit in between.
    outage.wrote()
    await pass(4_000)
    outage.failed(full())
    await pass(4_000)
    outage.wrote()
    expect(told()).toEqual([])
    await pass(1_000)
    outage.wrote()
    outage.wrote()
    expect(told()).toEqual(['info the store answers again'])
    outage.failed(full())
    outage.end()
    outage.failed(new Unavailable('closed'))
    expect(told()).toEqual(['warn full room'])
  })

  test('is answered as the fault that it was, and told by nobody else', () => {
    const { outage, told, log } = open()
    const fault = new Unavailable('locked')
    expect(outage.failed(fault)).toBe(fault)
    told()
    const calls = withoutOutages(log)
    calls.warn('lists cannot be read', { problem: fault })
    calls.warn('lists cannot be read', { problem: new Error('a mistake of ours') })
    calls.error('the server failed', { problem: fault })
    expect(told()).toHaveLength(2)
  })
})
