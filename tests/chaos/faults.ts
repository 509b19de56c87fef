import type { TestGalera } from '../support/galera'
import type { TestMariadb } from '../support/mariadb'
import type { TestRedis } from '../support/redis'
import type { Chance } from './chance'
import type { Nodes } from './nodes'

export type Fault = { name: string; strike(): Promise<void>; heal(): Promise<void> }

/** Kills a node and starts it again. */
export const killNode = ({ all }: Nodes, at: number): Fault => ({
  name: `kill -9 node ${at}`,
  strike: async () => all[at]?.kill(),
  heal: async () => all[at]?.start(),
})

/** Stops a node in the middle of whatever it does; it goes on without knowing. */
export const stopNode = ({ all }: Nodes, at: number): Fault => ({
  name: `SIGSTOP node ${at}`,
  strike: async () => all[at]?.pause(),
  heal: async () => all[at]?.resume(),
})

export const killRedis = (redis: TestRedis): Fault => ({
  name: 'kill -9 Redis',
  strike: () => redis.kill(),
  heal: () => redis.restart(),
})

export const stopRedis = (redis: TestRedis): Fault => ({
  name: 'SIGSTOP Redis',
  strike: async () => redis.pause(),
  heal: async () => redis.resume(),
})

export const killMariadb = (mariadb: TestMariadb): Fault => ({
  name: 'kill -9 MariaDB',
  strike: () => mariadb.kill(),
  heal: () => mariadb.restart(),
})

/** Kills one server of several; the others go on, and give it what it missed when it is back. */
export const killMember = ({ members }: TestGalera, at: number): Fault => ({
  name: `kill -9 database server ${at}`,
  strike: async () => members[at]?.kill(),
  heal: async () => members[at]?.start(),
})

type Span = readonly [from: number, to: number]
/** How long nothing happens before a fault, and how long it lasts, ms. */
type Pace = { calm: Span; trouble: Span }

/** One fault after the other in an order of chance, each healed before the next, told as it goes. */
export const strikeAll = async (
  faults: readonly Fault[],
  chance: Chance,
  { calm, trouble }: Pace,
): Promise<void> => {
  const began = performance.now()
  const tell = (what: string) =>
    console.log(`${((performance.now() - began) / 1000).toFixed(1).padStart(5)} s  ${what}`)
  for (const fault of chance.shuffle(faults)) {
    await Bun.sleep(chance.between(...calm))
    tell(fault.name)
    await fault.strike()
    await Bun.sleep(chance.between(...trouble))
    await fault.heal()
  }
  tell('all is healed')
}
