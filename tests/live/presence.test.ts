import { afterEach, describe, expect, test } from 'bun:test'
import { LINGER_MS, Presence, REQUEST_MS, SILENCE_MS } from '../../src/live/presence'
import { openTestClock } from '../support/clock'

const all: Presence[] = []
afterEach(() => {
  for (const presence of all.splice(0)) presence.close()
})

const open = () => {
  const { clock, pass } = openTestClock()
  const told: string[] = []
  const silences: number[] = []
  const presence = new Presence(clock, {
    appeared: (agent) => told.push(`${agent} appeared`),
    vanished: (agent, silentMs) => {
      told.push(`${agent} vanished`)
      silences.push(silentMs)
    },
  })
  all.push(presence)
  return {
    ...{ presence, told, silences, pass },
    /** Time passes, and these connections answer a heartbeat every 15 s. */
    async answering(connections: readonly { spoke(): void }[], ms: number) {
      for (let passed = 0; passed < ms; passed += 15_000) {
        for (const { spoke } of connections) spoke()
        await pass(Math.min(15_000, ms - passed))
      }
    },
  }
}

describe('an agent', () => {
  test('is here while a connection answers, told once however many', async () => {
    const { presence, told, pass, answering } = open()
    const [one, two, three] = [1, 2, 3].map(() => presence.connect('ana'))
    if (!one || !two || !three) throw new Error('not connected')
    await answering([one, two, three], 10 * REQUEST_MS)
    one.closed()
    one.closed()
    two.closed()
    await answering([three], 10 * REQUEST_MS)
    expect(told).toEqual(['ana appeared'])
    three.closed()
    await pass(LINGER_MS - 1)
    expect(told).toEqual(['ana appeared'])
    await pass(1)
    expect(told).toEqual(['ana appeared', 'ana vanished'])
  })

  test('vanishes with the time since they last gave a sign, however they went', async () => {
    const closes = open()
    const connection = closes.presence.connect('ana')
    await closes.answering([connection], 30_000)
    connection.closed()
    await closes.pass(LINGER_MS)
    expect(closes.silences).toEqual([15_000 + LINGER_MS])

    const silent = open()
    silent.presence.connect('ana')
    await silent.pass(SILENCE_MS)
    const asks = open()
    asks.presence.request('ana')
    await asks.pass(REQUEST_MS)
    const leaves = open()
    leaves.presence.request('ana')
    await leaves.pass(3_000)
    leaves.presence.leave('ana')
    expect([silent.silences, asks.silences, leaves.silences]).toEqual([
      ...[[SILENCE_MS], [REQUEST_MS], [3_000]],
    ])
  })

  test('whose connection says nothing is gone, though it stays open', async () => {
    const { presence, told, pass } = open()
    presence.page('ana')
    const { spoke } = presence.connect('ana')
    await pass(SILENCE_MS - 1)
    expect(told).toEqual(['ana appeared'])
    await pass(1)
    expect(told).toEqual(['ana appeared', 'ana vanished'])
    expect(presence.has('ana')).toBe(false)
    await pass(10 * REQUEST_MS)
    // The machine wakes up.
    spoke()
    expect(told.slice(2)).toEqual(['ana appeared'])
  })

  test('is there by one connection that answers, whatever others do not', async () => {
    const { presence, told, pass, answering } = open()
    presence.connect('ana')
    const other = presence.connect('ana')
    await answering([other], 10 * REQUEST_MS)
    expect(told).toEqual(['ana appeared'])
    await pass(SILENCE_MS)
    expect(told).toEqual(['ana appeared', 'ana vanished'])
  })

  test('whose page answers after another was asked for is known by that page', async () => {
    const { presence, told, pass } = open()
    const { spoke } = presence.connect('ana')
    await pass(1_000)
    // A form was sent from the page, and what it led to was asked for by a script.
    presence.page('ana')
    spoke()
    await pass(SILENCE_MS + 1_000)
    expect(told).toEqual(['ana appeared', 'ana vanished'])
  })

  test('that is dead is not brought to life when it closes at last', async () => {
    const { presence, told, pass } = open()
    const { spoke, closed } = presence.connect('ana')
    await pass(2 * REQUEST_MS)
    closed()
    spoke()
    await pass(LINGER_MS)
    expect(told).toEqual(['ana appeared', 'ana vanished'])
  })

  test('is not here by what a browser opens beforehand, until it answers', async () => {
    const { presence, told, pass } = open()
    const { spoke } = presence.connect('ana', { isAsked: false })
    await pass(REQUEST_MS)
    expect([told, presence.has('ana')]).toEqual([[], false])
    spoke()
    expect(told).toEqual(['ana appeared'])
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

  test('whose page renews itself is gone when it has missed two times', async () => {
    const { presence, told, pass } = open()
    for (let looks = 0; looks < 10; looks++) {
      presence.page('ana', 10)
      await pass(10_000)
    }
    await pass(14_999)
    expect(told).toEqual(['ana appeared'])
    await pass(1)
    expect(told).toEqual(['ana appeared', 'ana vanished'])
  })

  test('who asks by hand after a page that renews itself has a minute', async () => {
    const { presence, told, pass } = open()
    presence.page('ana', 3)
    presence.request('ana')
    await pass(REQUEST_MS - 1)
    expect(told).toEqual(['ana appeared'])
    await pass(1)
    expect(told).toEqual(['ana appeared', 'ana vanished'])
  })

  test('is never held for longer because a page renews itself slowly', async () => {
    const { presence, told, pass } = open()
    presence.page('ana', 600)
    await pass(REQUEST_MS)
    expect(told).toEqual(['ana appeared', 'ana vanished'])
  })

  test('who answers elsewhere does not vanish with a page that renewed itself', async () => {
    const { presence, told, pass } = open()
    presence.connect('ana')
    presence.page('ana', 3)
    await pass(SILENCE_MS - 1)
    expect(told).toEqual(['ana appeared'])
    await pass(1)
    expect(told).toEqual(['ana appeared', 'ana vanished'])
  })

  test('who goes from page to page never leaves', async () => {
    const { presence, told, pass, answering } = open()
    for (let page = 0; page < 5; page++) {
      presence.request('ana')
      const connection = presence.connect('ana')
      await answering([connection], 100_000)
      connection.closed()
      await pass(LINGER_MS - 1000)
    }
    expect(told).toEqual(['ana appeared'])
  })

  test('who reads a page without a connection stays for its minute', async () => {
    const { presence, told, pass, answering } = open()
    presence.page('ana')
    const connection = presence.connect('ana')
    await answering([connection], 100_000)
    presence.page('ana')
    await pass(50)
    connection.closed()
    await pass(REQUEST_MS - 51)
    expect(told).toEqual(['ana appeared'])
    await pass(1)
    expect(told).toEqual(['ana appeared', 'ana vanished'])
  })

  test('who signs out is gone at once, unless connected elsewhere', () => {
    const { presence, told } = open()
    const { closed } = presence.connect('ana')
    presence.request('amir')
    presence.leave('ana')
    presence.leave('amir')
    expect(told).toEqual(['ana appeared', 'amir appeared', 'amir vanished'])
    closed()
    presence.leave('ana')
    expect(told.at(-1)).toBe('ana vanished')
  })

  test('is not told of while the node drains', async () => {
    const { presence, told, pass } = open()
    const { closed } = presence.connect('ana')
    presence.close()
    closed()
    await pass(10 * REQUEST_MS)
    presence.request('amir')
    expect(told).toEqual(['ana appeared'])
  })
})

test('a node that others took for dead says once more who is here', async () => {
  const { presence, told, pass } = open()
  presence.connect('olga')
  await pass(SILENCE_MS)
  presence.connect('ana')
  presence.request('amir')
  presence.tellAgain()
  expect(told.slice(4)).toEqual(['ana appeared', 'amir appeared'])
  presence.close()
  presence.tellAgain()
  expect(told).toHaveLength(6)
})
