import type { Clock } from './clock'

/** How long to wait after so many failures in a row (0 for the first), ms: twice as long each time. */
export const backOff =
  (first: number, longest: number) =>
  (failures: number): number =>
    Math.min(longest, first * 2 ** failures)

/**
 * Does something until it goes through. `wait` says after each failure (0 for the first) how many
 * ms to wait before the next try, or null to give up: the failure is thrown then.
 */
export const retry = async <Done>(
  clock: Pick<Clock, 'sleep'>,
  work: () => Promise<Done>,
  wait: (failures: number, problem: unknown) => number | null,
): Promise<Done> => {
  for (let failures = 0; ; failures += 1) {
    try {
      return await work()
    } catch (problem) {
      const ms = wait(failures, problem)
      if (ms === null) throw problem
      await clock.sleep(ms)
    }
  }
}
