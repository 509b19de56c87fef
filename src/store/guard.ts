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
import type { Store } from './store'
import { Unavailable } from './unavailable'

type Ports = Pick<
  Store,
  | 'turns'
  | 'mail'
  | 'transcripts'
  | 'conversations'
  | 'departments'
  | 'agents'
  | 'visitors'
  | 'accounts'
  | 'visits'
  | 'nodes'
>

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

/** The queries of every noun over one database. */
export const portsOver = (base: QueryContext, guard: Guard): Ports => ({
  turns: guarded(turnsOver(base), guard),
  mail: guarded(mailOver(base), guard),
  transcripts: guarded(transcriptsOver(base), guard),
  conversations: guarded(conversationsOver(base), guard),
  departments: guarded(departmentsOver(base), guard),
  agents: guarded(agentsOver(base), guard),
  visitors: guarded(visitorsOver(base), guard),
  accounts: guarded(accountsOver(base), guard),
  visits: guarded(visitsOver(base), guard),
  nodes: guarded(nodesOver(base), guard),
})

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
