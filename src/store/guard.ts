import { DrizzleQueryError } from 'drizzle-orm'
import { type Ports, queriesOver, type Tables } from './nouns'
import type { QueryContext } from './query-context'
import { Unavailable } from './unavailable'

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

/** Every port over one database. */
export const portsOver = (base: QueryContext<Tables>, guard: Guard): Ports =>
  Object.fromEntries(
    Object.entries(queriesOver(base)).map(([noun, port]) => [noun, guarded(port, guard)]),
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
