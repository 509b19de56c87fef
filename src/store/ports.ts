import { DrizzleQueryError } from 'drizzle-orm'
import type { Base } from './base'
import { accountsOver } from './queries/accounts'
import { inboxOver } from './queries/inbox'
import { mailOver } from './queries/mail'
import { nodesOver } from './queries/nodes'
import { transcriptsOver } from './queries/transcripts'
import { turnsOver } from './queries/turns'
import { visitsOver } from './queries/visits'
import type { Store } from './store'

type Ports = Pick<
  Store,
  'turns' | 'mail' | 'transcripts' | 'inbox' | 'accounts' | 'visits' | 'nodes'
>

/** The queries of every noun over one database, whose faults `translate` names. */
export const portsOver = (base: Base, translate: (error: unknown) => unknown): Ports => ({
  turns: guarded(turnsOver(base), translate),
  mail: guarded(mailOver(base), translate),
  transcripts: guarded(transcriptsOver(base), translate),
  inbox: guarded(inboxOver(base), translate),
  accounts: guarded(accountsOver(base), translate),
  visits: guarded(visitsOver(base), translate),
  nodes: guarded(nodesOver(base), translate),
})

/** What a driver threw, without drizzle's wrapping: that repeats the values of the query. */
const causeOf = (error: unknown): unknown =>
  error instanceof DrizzleQueryError ? (error.cause ?? error) : error

/** The same port, every call of which rejects with `translate` of what went wrong. */
const guarded = <P extends object>(port: P, translate: (error: unknown) => unknown): P =>
  Object.fromEntries(
    Object.entries(port).map(([name, call]) => [
      name,
      async (...args: unknown[]) => {
        try {
          return await call(...args)
        } catch (error) {
          throw translate(causeOf(error))
        }
      },
    ]),
  ) as P
