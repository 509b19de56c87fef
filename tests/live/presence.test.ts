import { afterEach, describe, expect, test } from 'bun:test'
import { LINGER_MS, Presence, REQUEST_MS } from '../../src/live/presence'
import { openTestClock } from '../support/clock'

const all: Presence[] = []
afterEach(() => {
  for (const presence of all.splice(0)) presence.close()
})

const open = () => {
  const { clock, pass } = openTestClock()
  const told: string[] = []
  const presence = new Presence(clock, {
    appeared: (agent) => told.push(`${agent} appeared`),
    vanished: (agent) => told.push(`${agent} vanished`),
  })
  all.push(presence)
  return { presence, told, pass }
}

describe('an agent', () => {
  test('is here while a connection is open, told once however many', async () => {
    const { presence, told, pass } = open()
    const leave = [presence.connect('ana'), presence.connect('ana'), presence.connect('ana')]
    await pass(10 * REQUEST_MS)
    expect(told).toEqual(['ana appeared'])
    leave[0]?.()
    leave[0]?.()
    leave[1]?.()
    await pass(10 * REQUEST_MS)
    expect(told).toEqual(['ana appeared'])
    leave[2]?.()
    await pass(LINGER_MS - 1)
    expect(told).toEqual(['ana appeared'])
    await pass(1)
    expect(told).toEqual(['ana appeared', 'ana vanished'])
  })

  test('is here for a minute after any request', async () => {
    const { presence, told, pass } = open()
    presence.request('ana')
    await pass(REQUEST_MS - 1_000)
    presence.request('ana')
    await pass(REQUEST_MS - 1)
    expect(told).toEqual(['ana appeared'])
    await pass(1)
    expect(told).toEqual(['ana appeared', 'ana vanished'])
  })

  test('who goes from page to page never leaves', async () => {
    const { presence, told, pass } = open()
    for (let page = 0; page < 5; page++) {
      presence.request('ana')
      const leave = presence.connect('ana')
      await pass(100_000)
      leave()
      await pass(LINGER_MS - 1000)
    }
    expect(told).toEqual(['ana appeared'])
  })

  test('who reads a page without a connection stays for its minute', async () => {
    const { presence, told, pass } = open()
    presence.page('ana')
    const leave = presence.connect('ana')
    await pass(100_000)
    presence.page('ana')
    await pass(50)
    leave()
    await pass(REQUEST_MS - 51)
    expect(told).toEqual(['ana appeared'])
    await pass(1)
    expect(told).toEqual(['ana appeared', 'ana vanished'])
  })

  test('who signs out is gone at once, unless connected elsewhere', () => {
    const { presence, told } = open()
    const leave = presence.connect('ana')
    presence.request('amir')
    presence.leave('ana')
    presence.leave('amir')
    expect(told).toEqual(['ana appeared', 'amir appeared', 'amir vanished'])
    leave()
    presence.leave('ana')
    expect(told.at(-1)).toBe('ana vanished')
  })

  test('is not told of while the node drains', async () => {
    const { presence, told, pass } = open()
    const leave = presence.connect('ana')
    presence.close()
    leave()
    await pass(10 * REQUEST_MS)
    presence.request('amir')
    expect(told).toEqual(['ana appeared'])
  })
})

test('a node that others took for dead says once more who is here', () => {
  const { presence, told } = open()
  presence.connect('ana')
  presence.request('amir')
  presence.tellAgain()
  expect(told.slice(2)).toEqual(['ana appeared', 'amir appeared'])
  presence.close()
  presence.tellAgain()
  expect(told).toHaveLength(4)
})
