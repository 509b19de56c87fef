import { afterEach, beforeEach, expect, test } from 'bun:test'
import type { Bus } from '../../src/bus/bus'
import { openLocalBus } from '../../src/bus/local'
import { openLog } from '../../src/log'
import { AgentLists } from '../../src/reads/agent-lists'
import type { Reads } from '../../src/reads/reads'
import { openTestClock, type TestClock } from '../support/clock'
import { agentRow, conversationRow } from '../support/turns'

let testClock: TestClock
let bus: Bus
let lists: AgentLists
/** The conversations of each read of rows that was asked for some. */
let reads: (readonly string[])[]

const held = (id: string) => conversationRow(id, { state: 'active', agent: 'ana' })
const ring = (conversation: string) =>
  bus.publish([{ topic: 'agent:ana', what: 'row', conversation }])

beforeEach(async () => {
  testClock = openTestClock()
  reads = []
  const log = openLog('silent')
  bus = openLocalBus({ log })
  const agents = { find: async (id: string) => agentRow(id) }
  const conversations = {
    held: async () => ['lamp', 'chair'].map(held),
    rows: async (ids: readonly string[]) => {
      if (ids.length > 0) reads.push(ids)
      return ids.map(held)
    },
  }
  const desk = {
    store: { agents, conversations },
    bus,
    clock: testClock.clock,
    log,
  } as unknown as Reads
  lists = new AgentLists(desk)
  lists.join('ana', { moved() {} })
  const ready = lists.ready(['ana'])
  await testClock.pass(0)
  await ready
  await testClock.pass(1_000)
})
afterEach(() => lists.close())

test('many messages in what is shown already are one read in half a second', async () => {
  ring('lamp')
  await testClock.pass(0)
  expect(reads).toEqual([['lamp']])
  for (let n = 0; n < 20; n++) {
    ring(n % 2 ? 'lamp' : 'chair')
    await testClock.pass(20)
  }
  expect(reads).toHaveLength(1)
  await testClock.pass(100)
  expect(reads.slice(1)).toEqual([['chair', 'lamp']])
})

test('what comes new does not wait for that', async () => {
  ring('lamp')
  await testClock.pass(0)
  ring('sofa')
  await testClock.pass(20)
  expect(reads).toEqual([['lamp'], ['sofa']])
})
