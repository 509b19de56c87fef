import { Database } from 'bun:sqlite'
import { join } from 'node:path'
import type { Address } from '../../actors/address'
import type { PersonEvent } from '../../actors/events'
import type { Fact } from '../../actors/facts'
import type { Mail } from '../../actors/mail'
import { openLocalBus } from '../../src/bus/local'
import { type Clock, systemClock } from '../../src/clock'
import { openLog } from '../../src/log'
import { openSqlite } from '../../src/store/sqlite'
import type { Store } from '../../src/store/store'
import { openPostman } from '../../src/system/postman'
import { openSystem } from '../../src/system/system'
import { dataFolder } from '../support/data-folder'

/** A clock that the test turns by hand. Its timers are the machine's: a node makes no rounds by itself. */
export const openClock = (start = 1_700_000_000_000) => {
  let now = start
  const clock: Clock = { ...systemClock, now: () => now, ticks: () => now, chance: () => 0.5 }
  return {
    clock,
    now: () => now,
    pass(ms: number) {
      now += ms
    },
  }
}
export type TestClock = ReturnType<typeof openClock>

/** A real store in a folder of its own. `look` asks its file directly, beside the store. */
export const openTestDatabase = async (testClock: TestClock = openClock(), given?: string) => {
  const folder = given ?? (await dataFolder())
  const path = join(folder, 'bellhop.db')
  const store = await openSqlite({ path, clock: testClock.clock, log: openLog('silent') })
  return {
    ...{ testClock, folder, store },
    look<Row>(sql: string, ...values: (string | number)[]): Row[] {
      const file = new Database(path)
      try {
        return file.query(sql).all(...values) as Row[]
      } finally {
        file.close()
      }
    },
  }
}
export type TestDatabase = Awaited<ReturnType<typeof openTestDatabase>>

/**
 * One node over a store: its system, its post and what it tells. A `deaf` one delivers nothing
 * that it commits, as one that is killed between its commit and its mail.
 */
export const openNode = (
  { testClock }: Pick<TestDatabase, 'testClock'>,
  store: Store,
  options: { deaf?: boolean } = {},
) => {
  const { clock } = testClock
  const lines: string[] = []
  const log = openLog('debug', (line) => lines.push(line))
  const bus = openLocalBus({ log })
  const facts: Fact[] = []
  bus.subscribeAll((fact) => facts.push(fact))
  const posted = (mail: readonly Mail[], cancels: readonly string[]) => {
    if (!options.deaf) postman.posted(mail, cancels)
  }
  const system = openSystem({ store, bus, clock, log, posted })
  const postman = openPostman({ store, system, clock, log })
  /** Until nothing that can be delivered at once is left. */
  const rest = async () => {
    const end = performance.now() + 10_000
    for (let quiet = 0; quiet < 3; ) {
      if (performance.now() > end) throw new Error('the node does not come to rest')
      await system.rest()
      await Bun.sleep(0)
      quiet = postman.underway() === 0 ? quiet + 1 : 0
    }
  }
  return {
    ...{ system, postman, store, lines, facts, rest },
    /** Sends and waits for all that follows. */
    async send(address: Address, event: PersonEvent) {
      const sent = await system.send(address, event)
      await rest()
      return sent
    },
    /** Looks through the mail room, as once a second. */
    async round() {
      await postman.round()
      await rest()
    },
    state: async (address: Address) => (await store.turns.load(address))?.snapshot.value,
  }
}
/** Everything that lies in the mail room and nobody has in hand. */
export const mailOf = ({ store }: TestDatabase) => store.mail.due(Date.UTC(10_000, 0, 1), 10_000)

export type Node = ReturnType<typeof openNode>

export const timings = { patience: 60_000, accept: 30_000, silence: 600_000 }

/** A department `sales`, and Ana on duty in it. */
export const openShop = async (node: Node, { now }: TestClock, capacity = 3) => {
  await node.send('department:sales', {
    ...{ type: 'created', at: now(), name: 'Sales' },
    changes: timings,
  })
  await node.send('agent:ana', {
    ...{ type: 'hired', at: now(), name: 'Ana', departments: ['sales'] },
    changes: { capacity },
  })
  await node.send('agent:ana', { type: 'appeared', at: now(), node: 'north' })
  await node.send('agent:ana', { type: 'readied', at: now() })
}

export const opened = (at: number, clientId = 'client-open'): PersonEvent => ({
  ...{ type: 'opened', at, visitor: 'vera', name: 'Vera', department: 'sales' },
  ...{ departmentName: 'Sales', timings, clientId, text: 'Hello' },
})

export const said = (at: number, clientId: string, text = 'Well'): PersonEvent => ({
  ...{ type: 'said', at, by: 'visitor', author: 'vera', name: 'Vera', clientId, text },
})
