import { DrizzleQueryError } from 'drizzle-orm'

/** What a driver threw, without drizzle's wrapping: that repeats the values of the query. */
export const causeOf = (error: unknown): unknown =>
  error instanceof DrizzleQueryError ? (error.cause ?? error) : error

/** The same port, every call of which rejects with `translate` of what went wrong. */
export const guarded = <P extends object>(port: P, translate: (error: unknown) => unknown): P =>
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
