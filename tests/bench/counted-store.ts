import type { Store } from '../../src/store/store'

/** How often each call of a store was made, by `port.call`. */
export type Calls = Record<string, number>

/** Counts the calls that a store takes, whatever ports it has; everything else goes through. */
export const countCalls = () => {
  const calls = new Map<string, number>()
  const counting = <P extends object>(name: string, port: P): P =>
    Object.fromEntries(
      Object.entries(port).map(([call, run]) => [call, counted(`${name}.${call}`, run)]),
    ) as P
  const counted =
    (name: string, run: (...args: unknown[]) => unknown) =>
    (...args: unknown[]) => {
      calls.set(name, (calls.get(name) ?? 0) + 1)
      return run(...args)
    }
  return {
    around: (store: Store): Store =>
      Object.fromEntries(
        Object.entries(store).map(([name, port]) => [
          name,
          typeof port === 'object' ? counting(name, port) : port,
        ]),
      ) as unknown as Store,
    /** What was counted since the last look. */
    look: (): Calls => {
      const counts = Object.fromEntries(calls)
      calls.clear()
      return counts
    },
  }
}
