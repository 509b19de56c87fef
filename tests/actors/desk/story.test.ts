import { describe, expect, test } from 'bun:test'
import { addressOf } from '../../../actors/address'
import type { AgentContext } from '../../../actors/agent/context'
import type { ConversationContext } from '../../../actors/conversation/context'
import { conversationState } from '../../../actors/conversation/summary'
import type { DepartmentSettings } from '../../../actors/department/settings'
import { openStage } from '../../support/stage'

const timings = { patience: 600_000, accept: 30_000, silence: 1_800_000 }

/** A department of its own, with agents on duty and in reach, who may each hold so many. */
const openSales = (
  agents: string[],
  capacity: number,
  acceptance: DepartmentSettings['acceptance'] = 'automatic',
) => {
  const stage = openStage()
  const at = stage.now
  stage.send('department:sales', {
    ...{ type: 'created', at: at(), name: 'Sales' },
    changes: { acceptance, ...timings },
  })
  for (const id of agents) {
    const agent = addressOf('agent', id)
    stage.send(agent, {
      ...{ type: 'hired', at: at(), name: id, departments: ['sales'] },
      changes: { capacity },
    })
    stage.send(agent, { type: 'appeared', at: at(), node: 'north' })
    stage.send(agent, { type: 'readied', at: at() })
    stage.settle()
  }
  const conversation = (id: string) => {
    const address = addressOf('conversation', id)
    const { agent, ringing } = stage.context<ConversationContext>(address)
    return { state: conversationState(stage.state(address)), agent, rings: ringing?.agent ?? null }
  }
  return {
    ...{ stage, conversation },
    asks(id: string) {
      stage.send(addressOf('conversation', id), {
        ...{ type: 'opened', at: at(), visitor: `v-${id}`, name: id, department: 'sales' },
        ...{ departmentName: 'Sales', timings, clientId: `open-${id}`, text: 'Hello' },
      })
    },
    holds: (agent: string) =>
      Object.keys(stage.context<AgentContext>(addressOf('agent', agent)).holdings),
    line: () => stage.waiting('sales').map((row) => row.conversation),
    notices: (id: string) =>
      stage.entries.flatMap((entry) =>
        entry.conversation === id && entry.notice ? [entry.notice.code] : [],
      ),
  }
}

test('fifty ask at once of five who may hold three: fifteen talk, the others wait in turn', () => {
  const agents = ['ana', 'amir', 'ben', 'bea', 'bo']
  const { stage, asks, holds, line } = openSales(agents, 3)
  const ids = Array.from({ length: 50 }, (_, nth) => `c${String(nth).padStart(2, '0')}`)
  for (const id of ids) asks(id)
  stage.settle()
  expect(agents.map((agent) => holds(agent).length)).toEqual([3, 3, 3, 3, 3])
  expect(line()).toEqual(ids.slice(15))
})

test('who asks while somebody is free is with him in the same moment', () => {
  const { stage, asks, conversation } = openSales(['ana'], 1)
  asks('lamp')
  stage.settle()
  expect(conversation('lamp')).toMatchObject({ state: 'active', agent: 'ana' })
  const times = stage.entries.map(({ at }) => at)
  expect(new Set(times).size).toBe(1)
})

describe('an agent who does not answer', () => {
  test('is passed over for the next after his time, and for himself again later', () => {
    const { stage, asks, conversation, notices } = openSales(['ana', 'amir'], 2, 'manual')
    asks('lamp')
    stage.settle()
    const first = conversation('lamp').rings
    stage.pass(29_999)
    expect(conversation('lamp').rings).toBe(first)
    stage.pass(1)
    stage.settle()
    const second = conversation('lamp').rings
    expect([first, second].toSorted()).toEqual(['amir', 'ana'])
    stage.pass(30_000)
    stage.settle()
    expect(conversation('lamp')).toMatchObject({ state: 'waiting', rings: null })
    // Nobody else is there: fifteen seconds later they are asked again.
    stage.pass(15_000)
    stage.settle()
    expect(conversation('lamp').state).toBe('offered')
    expect(notices('lamp')).toEqual(['passed', 'passed'])
  })
})

describe('an agent who drops out', () => {
  const begin = () => {
    const desk = openSales(['ana'], 2)
    for (const id of ['lamp', 'chair', 'table']) desk.asks(id)
    desk.stage.settle()
    desk.stage.send('agent:ana', { type: 'vanished', at: desk.stage.now(), node: 'north' })
    desk.stage.settle()
    return desk
  }

  test('and is back in ten seconds has missed nothing', () => {
    const { stage, holds, line, notices } = begin()
    stage.pass(10_000)
    stage.send('agent:ana', { type: 'appeared', at: stage.now(), node: 'south' })
    stage.pass(60_000)
    stage.settle()
    expect(holds('ana')).toEqual(['lamp', 'chair'])
    expect(line()).toEqual(['table'])
    expect(notices('lamp')).toEqual(['assigned'])
  })

  test('and stays away gives his back to the front of the line, in their order', () => {
    const { stage, holds, line, notices } = begin()
    stage.pass(29_999)
    expect(holds('ana')).toEqual(['lamp', 'chair'])
    stage.pass(1)
    stage.settle()
    expect(holds('ana')).toEqual([])
    expect(line()).toEqual(['lamp', 'chair', 'table'])
    expect(notices('lamp')).toContain('requeued')
  })

  test('gets nothing while he is out of reach, and all he may when he is ready again', () => {
    const { stage, asks, holds, line } = begin()
    asks('desk')
    stage.settle()
    expect(line()).toEqual(['table', 'desk'])
    stage.pass(30_000)
    stage.settle()
    stage.send('agent:ana', { type: 'appeared', at: stage.now(), node: 'north' })
    stage.settle()
    expect(holds('ana')).toEqual([])
    stage.send('agent:ana', { type: 'readied', at: stage.now() })
    stage.settle()
    expect(holds('ana')).toEqual(['lamp', 'chair'])
    expect(line()).toEqual(['table', 'desk'])
  })
})

test('who is free again takes the next of the line at once', () => {
  const { stage, asks, holds, line } = openSales(['ana'], 1)
  for (const id of ['lamp', 'chair', 'table']) asks(id)
  stage.settle()
  for (const id of ['lamp', 'chair']) {
    stage.send(addressOf('conversation', id), {
      ...{ type: 'ended', at: stage.now(), by: 'visitor', author: `v-${id}`, name: id },
    })
    stage.settle()
  }
  expect(holds('ana')).toEqual(['table'])
  expect(line()).toEqual([])
})

test('nobody on duty: who asks is told so, and is served by the first who comes', () => {
  const { stage, asks, conversation, notices } = openSales(['ana'], 2)
  stage.send('agent:ana', { type: 'signedOff', at: stage.now() })
  stage.settle()
  asks('lamp')
  stage.settle()
  expect(conversation('lamp').state).toBe('left')
  stage.pass(9 * 3_600_000)
  stage.send('agent:ana', { type: 'readied', at: stage.now() })
  stage.settle()
  expect(conversation('lamp')).toMatchObject({ state: 'active', agent: 'ana' })
  expect(notices('lamp')).toEqual(['unattended', 'assigned'])
})

test('an agent without the right to reply is never given anything, and may take nothing', () => {
  const { stage, asks, holds, conversation } = openSales(['ana'], 5)
  stage.send('agent:ana', {
    ...{ type: 'changed', at: stage.now() },
    changes: { mayReply: false },
  })
  stage.settle()
  asks('lamp')
  stage.settle()
  const took = stage.send('agent:ana', { type: 'took', at: stage.now(), conversation: 'lamp' })
  expect(took.rejected).toBe(true)
  expect(holds('ana')).toEqual([])
  expect(conversation('lamp').state).toBe('left')
})
