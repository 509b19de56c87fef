import { DrizzleQueryError } from 'drizzle-orm'
import { accountsOver } from './queries/accounts'
import { agentsOver } from './queries/agents'
import { conversationsOver } from './queries/conversations'
import { departmentsOver } from './queries/departments'
import { mailOver } from './queries/mail'
import { nodesOver } from './queries/nodes'
import { transcriptsOver } from './queries/transcripts'
import { turnsOver } from './queries/turns'
import { visitorsOver } from './queries/visitors'
import { visitsOver } from './queries/visits'
import type { QueryContext } from './query-context'
import { Unavailable } from './unavailable'

/** The queries of every noun, by its name: a line each. */
const queries = {
  turns: turnsOver,
  mail: mailOver,
  transcripts: transcriptsOver,
  conversations: conversationsOver,
  departments: departmentsOver,
  agents: agentsOver,
  visitors: visitorsOver,
  accounts: accountsOver,
  visits: visitsOver,
  nodes: nodesOver,
} as const

/** What they promise: the ports of the same names. */
export type Ports = {
  readonly [Noun in keyof typeof queries]: ReturnType<(typeof queries)[Noun]>
}

/** What stands before every call: whether the store is open, and what a fault of it means. */
export type Guard = { assertOpen(): void; translate(error: unknown): unknown }

/** A store's door: what comes after it was closed is `Unavailable`, and it closes once. */
export const openDoor = (end: () => Promise<void>) => {
  let open = true
  return {
    prove() {
      if (!open) throw new Unavailable('The store is closed')
    },
    async close() {
      if (!open) return
      open = false
      await end()
    },
  }
}

/** All of them over one database. */
export const portsOver = (base: QueryContext, guard: Guard): Ports =>
  Object.fromEntries(
    Object.entries(queries).map(([noun, over]) => [noun, guarded(over(base), guard)]),
  ) as Ports

/** What a driver threw, without drizzle's wrapping: that repeats the values of the query. */
const causeOf = (error: unknown): unknown =>
  error instanceof DrizzleQueryError ? (error.cause ?? error) : error

const guarded = <P extends object>(port: P, { assertOpen: prove, translate }: Guard): P =>
  Object.fromEntries(
    Object.entries(port).map(([name, call]) => [
      name,
      async (...args: unknown[]) => {
        prove()
        try {
          return await call(...args)
        } catch (error) {
          throw translate(causeOf(error))
        }
      },
    ]),
  ) as P
