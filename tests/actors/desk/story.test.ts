import { describe, expect, test } from 'bun:test'
import { addressOf } from '../../../actors/address'
import type { AgentContext } from '../../../actors/agent/context'
import type { ConversationContext } from '../../../actors/conversation/context'
import { conversationState } from '../../../actors/conversation/summary'
import type { DepartmentSettings } from '../../../actors/department/settings'
import { noticeOf } from '../../../actors/entry'
import { openActorHarness } from '../../support/actor-harness'

const timings = { patience: 600_000, accept: 30_000, silence: 1_800_000 }

/** A department of its own, with agents on duty and in reach, who may each hold so many. */
const openSales = (
  agents: string[],
  capacity: number,
  acceptance: DepartmentSettings['acceptance'] = 'automatic',
) => {
  const harness = openActorHarness()
  const at = harness.now
  harness.send('department:sales', {
    ...{ type: 'created', at: at(), name: 'Sales' },
    changes: { acceptance, ...timings },
  })
  for (const id of agents) {
    const agent = addressOf('agent', id)
    harness.send(agent, {
      ...{ type: 'hired', at: at(), name: id, departments: ['sales'] },
      changes: { capacity },
    })
    harness.send(agent, { type: 'appeared', at: at(), node: 'north' })
    harness.send(agent, { type: 'readied', at: at() })
    harness.settle()
  }
  const conversation = (id: string) => {
    const address = addressOf('conversation', id)
    const { agent, ringing } = harness.context<ConversationContext>(address)
    return {
      state: conversationState(harness.state(address)),
      agent,
      rings: ringing?.agent ?? null,
    }
  }
  return {
    ...{ harness, conversation },
    asks(id: string) {
      harness.send(addressOf('conversation', id), {
        ...{ type: 'opened', at: at(), visitor: `v-${id}`, name: id, department: 'sales' },
        ...{ departmentName: 'Sales', timings, clientId: `open-${id}`, text: 'Hello' },
      })
    },
    holds: (agent: string) =>
      Object.keys(harness.context<AgentContext>(addressOf('agent', agent)).holdings),
    line: () => harness.waiting('sales').map((row) => row.conversation),
    notices: (id: string) =>
      harness.entries.flatMap((entry) =>
        entry.conversation === id ? (noticeOf(entry)?.code ?? []) : [],
      ),
  }
}

test('fifty ask at once of five who may hold three: fifteen talk, the others wait in turn', () => {
  const agents = ['ana', 'amir', 'ben', 'bea', 'bo']
  const { harness, asks, holds, line } = openSales(agents, 3)
  const ids = Array.from({ length: 50 }, (_, nth) => `c${String(nth).padStart(2, '0')}`)
  for (const id of ids) asks(id)
  harness.settle()
  expect(agents.map((agent) => holds(agent).length)).toEqual([3, 3, 3, 3, 3])
  expect(line()).toEqual(ids.slice(15))
})

test('who asks while somebody is free is with him in the same moment', () => {
  const { harness, asks, conversation } = openSales(['ana'], 1)
  asks('lamp')
  harness.settle()
  expect(conversation('lamp')).toMatchObject({ state: 'active', agent: 'ana' })
  const times = harness.entries.map(({ at }) => at)
  expect(new Set(times).size).toBe(1)
})

describe('an agent who does not answer', () => {
  test('is passed over for the next after his time, and for himself again later', () => {
    const { harness, asks, conversation, notices } = openSales(['ana', 'amir'], 2, 'manual')
    asks('lamp')
    harness.settle()
    const first = conversation('lamp').rings
    harness.pass(29_999)
    expect(conversation('lamp').rings).toBe(first)
    harness.pass(1)
    harness.settle()
    const second = conversation('lamp').rings
    expect([first, second].toSorted()).toEqual(['amir', 'ana'])
    harness.pass(30_000)
    harness.settle()
    expect(conversation('lamp')).toMatchObject({ state: 'waiting', rings: null })
    // Nobody else is there: fifteen seconds later they are asked again.
    harness.pass(15_000)
    harness.settle()
    expect(conversation('lamp').state).toBe('offered')
    expect(notices('lamp')).toEqual(['passed', 'passed'])
  })
})

describe('an agent who drops out', () => {
  const begin = () => {
    const desk = openSales(['ana'], 2)
    for (const id of ['lamp', 'chair', 'table']) desk.asks(id)
    desk.harness.settle()
    desk.harness.send('agent:ana', { type: 'vanished', at: desk.harness.now(), node: 'north' })
    desk.harness.settle()
    return desk
  }

  test('and is back in ten seconds has missed nothing', () => {
    const { harness, holds, line, notices } = begin()
    harness.pass(10_000)
    harness.send('agent:ana', { type: 'appeared', at: harness.now(), node: 'south' })
    harness.pass(60_000)
    harness.settle()
    expect(holds('ana')).toEqual(['lamp', 'chair'])
    expect(line()).toEqual(['table'])
    expect(notices('lamp')).toEqual(['assigned'])
  })

  test('and stays away gives his back to the front of the line, in their order', () => {
    const { harness, holds, line, notices } = begin()
    harness.pass(29_999)
    expect(holds('ana')).toEqual(['lamp', 'chair'])
    harness.pass(1)
    harness.settle()
    expect(holds('ana')).toEqual([])
    expect(line()).toEqual(['lamp', 'chair', 'table'])
    expect(notices('lamp')).toContain('requeued')
  })

  test('gets nothing while he is out of reach, and all he may when he is ready again', () => {
    const { harness, asks, holds, line } = begin()
    asks('desk')
    harness.settle()
    expect(line()).toEqual(['table', 'desk'])
    harness.pass(30_000)
    harness.settle()
    harness.send('agent:ana', { type: 'appeared', at: harness.now(), node: 'north' })
    harness.settle()
    expect(holds('ana')).toEqual([])
    harness.send('agent:ana', { type: 'readied', at: harness.now() })
    harness.settle()
    expect(holds('ana')).toEqual(['lamp', 'chair'])
    expect(line()).toEqual(['table', 'desk'])
  })
})

test('who is free again takes the next of the line at once', () => {
  const { harness, asks, holds, line } = openSales(['ana'], 1)
  for (const id of ['lamp', 'chair', 'table']) asks(id)
  harness.settle()
  for (const id of ['lamp', 'chair']) {
    harness.send(addressOf('conversation', id), {
      ...{ type: 'ended', at: harness.now(), by: 'visitor', author: `v-${id}`, name: id },
    })
    harness.settle()
  }
  expect(holds('ana')).toEqual(['table'])
  expect(line()).toEqual([])
})

test('nobody on duty: who asks is told so, and is served by the first who comes', () => {
  const { harness, asks, conversation, notices } = openSales(['ana'], 2)
  harness.send('agent:ana', { type: 'signedOff', at: harness.now() })
  harness.settle()
  asks('lamp')
  harness.settle()
  expect(conversation('lamp').state).toBe('left')
  harness.pass(9 * 3_600_000)
  harness.send('agent:ana', { type: 'readied', at: harness.now() })
  harness.settle()
  expect(conversation('lamp')).toMatchObject({ state: 'active', agent: 'ana' })
  expect(notices('lamp')).toEqual(['unattended', 'assigned'])
})

test('an agent without the right to reply is never given anything, and may take nothing', () => {
  const { harness, asks, holds, conversation } = openSales(['ana'], 5)
  harness.send('agent:ana', {
    ...{ type: 'changed', at: harness.now() },
    changes: { mayReply: false },
  })
  harness.settle()
  asks('lamp')
  harness.settle()
  const took = harness.send('agent:ana', { type: 'took', at: harness.now(), conversation: 'lamp' })
  expect(took.rejected).toBe(true)
  expect(holds('ana')).toEqual([])
  expect(conversation('lamp').state).toBe('left')
})
