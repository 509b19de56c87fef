import { expect, test } from 'bun:test'
import { openLocalBus } from '../../src/bus/local'
import { openLog } from '../../src/log'
import { busContract } from '../contracts/bus'

const quiet = openLog('silent')

busContract('one process', async () => {
  const bus = openLocalBus({ log: quiet })
  return { here: bus, there: bus }
})

test('alone by configuration', () => {
  expect(openLocalBus().state()).toBe('alone')
})

test('the log tells which listener threw', () => {
  const lines: string[] = []
  const bus = openLocalBus({ log: openLog('error', (line) => lines.push(line)) })
  bus.subscribe('agent:ana', () => {
    throw new Error('oh')
  })
  bus.publish([{ topic: 'agent:ana', what: 'row' }])
  expect(lines).toHaveLength(1)
  expect(lines[0]).toContain('agent:ana')
})

test('a topic rung out of its own ring is heard', () => {
  const heard: string[] = []
  const bus = openLocalBus({ log: quiet })
  bus.subscribe('agent:ana', () => {
    bus.subscribe('agent:amir', () => heard.push('amir'))
    bus.publish([{ topic: 'agent:amir', what: 'row' }])
  })
  bus.publish([{ topic: 'agent:ana', what: 'row' }])
  expect(heard).toEqual(['amir'])
})
