import { addressOf } from '../../actors/address'
import type { Role, Staff, Visitor } from '../../actors/people'
import { isProblem, type Problem } from '../../actors/problem'
import { openLocalBus } from '../../src/bus/local'
import { seatAgent } from '../../src/commands/agents/seat'
import { setStatus } from '../../src/commands/agents/status'
import { createDepartment } from '../../src/commands/departments/create'
import type { Desk } from '../../src/commands/desk'
import { openPasswords } from '../../src/commands/passwords'
import { start } from '../../src/commands/visitors/start'
import { databaseFiles } from '../../src/files/database'
import { openLog } from '../../src/log'
import { openBlockList } from '../../src/policies/blocks'
import { openRate } from '../../src/policies/rate'
import { clientId } from '../support/desk'
import { type Node, openNode, openTestDatabase, type TestClock } from '../system/nodes'

/** Where everybody's requests come from. */
export const from = { address: '203.0.113.9' }
export const about = { ...from, language: 'en' }

/**
 * The commands over a real store, with a clock turned by testClock: two departments, `sales`, which
 * assigns, and `support`, which asks first. Everything that follows a command is awaited by `rest`.
 */
export const openHarness = async (options: { rate?: number } = {}) => {
  const database = await openTestDatabase()
  const node: Node = openNode(database, database.store)
  const desk: Desk = {
    ...{ store: database.store, system: node.system, clock: database.testClock.clock },
    ...{ bus: openLocalBus(), log: openLog('silent'), rate: openRate(options.rate ?? 1000) },
    blocks: openBlockList(database.testClock.clock, () =>
      database.store.blocks.inForce(database.testClock.clock.now()),
    ),
    ...{ passwords: openPasswords(), secret: 'a secret of this desk alone' },
    mails: false,
    providersInside: false,
    outbox: { remove: () => {} },
    unmasked: database.store,
    masks: {
      mask: (text) => text,
      address: (counted) => counted,
      load: async () => {},
      listen: () => () => {},
    },
    epoch: '0',
    files: databaseFiles(database.store.files),
  }
  await createDepartment(desk, { id: 'sales', name: 'Sales' })
  await createDepartment(desk, { id: 'support', name: 'Support', acceptance: 'manual' })
  return {
    ...{
      desk,
      node,
      look: database.look,
      testClock: database.testClock as TestClock,
      rest: node.rest,
    },
    /** Time passes, and what falls due comes. */
    async pass(ms: number) {
      database.testClock.pass(ms)
      await node.round()
    },
    /** Somebody with a place at the desk, on duty and in reach unless they are told otherwise. */
    async staff(
      name: string,
      more: {
        capacity?: number
        mayReply?: boolean
        status?: string
        departments?: string[]
        role?: Role
      } = {},
    ): Promise<Staff> {
      const { role = 'agent', status = 'ready', departments = ['sales'], ...place } = more
      const person: Staff = { kind: 'staff', id: desk.clock.id(), name, role, departments }
      await seatAgent(desk, person.id, { name, departments, ...place })
      const agent = addressOf('agent', person.id)
      await node.send(agent, { type: 'appeared', at: desk.clock.now(), node: 'north' })
      if (status !== 'off') await setStatus(desk, person, { status })
      await node.rest()
      return person
    },
    /** Somebody who asks, in a conversation that has come as far as it can. */
    async visitor(name = 'Vera', department = 'sales'): Promise<{ person: Visitor; id: string }> {
      const form = { name, department, text: 'Hello', client_id: clientId() }
      const started = await start(desk, null, form, about)
      if (isProblem(started)) throw new Error(started.reason)
      await node.rest()
      return { person: { kind: 'visitor', id: started.visitor }, id: started.conversation }
    },
    row: (id: string) => desk.store.conversations.find(id),
    close: () => database.store.close(),
  }
}
export type Harness = Awaited<ReturnType<typeof openHarness>>

/** What went wrong, in two words; or what went right. */
export const told = (outcome: unknown): string =>
  isProblem(outcome) ? `${outcome.code} ${outcome.reason}` : 'done'

export const problemOf = (outcome: unknown): Problem => {
  if (!isProblem(outcome)) throw new Error(`no problem: ${JSON.stringify(outcome)}`)
  return outcome
}

/** A well-formed id of nobody and nothing. */
export const NOWHERE = '01900000-0000-7000-8000-000000000000'

/** Ids as they should never be: other types, coerced numbers, other scripts. */
export const badIds: unknown[] = [
  ...[
    { $gt: '' },
    { $ne: null },
    [1],
    [NOWHERE],
    true,
    false,
    null,
    undefined,
    1,
    Number.POSITIVE_INFINITY,
    Number.NaN,
  ],
  ...[
    '',
    '1',
    '1 or 1=1',
    "' or '1'='1",
    '0x10',
    '１',
    '../../etc/passwd',
    '__proto__',
    'constructor',
  ],
  ...[`${NOWHERE} `, ` ${NOWHERE}`, `${NOWHERE}\u0000`, `${NOWHERE}'--`, NOWHERE.toUpperCase()],
  ...['%', '_'.repeat(36), 'x'.repeat(100_000), '\ud800'],
]

/** For tables of tests: what each of these is called, and itself. */
export const named = <Value>(values: readonly Value[]): [name: string, value: Value][] =>
  values.map((value) => [(JSON.stringify(value) ?? String(value)).slice(0, 40), value])
