import { isCollision } from './faults'

const RETRY_COUNT = 5
/** Longest pause before the first retry, ms; it doubles with each. */
const PAUSE_MS = 20

/** Does something again when it and another transaction stood in each other's way. */
export type RetryCollisions = <T>(work: () => Promise<T>) => Promise<T>

/** `chance` (0 to 1) keeps those that collided from doing so again in step. */
export const retryCollisions =
  (chance: () => number): RetryCollisions =>
  async (work) => {
    for (let tries = 0; ; tries++) {
      try {
        return await work()
      } catch (error) {
        if (!isCollision(error) || tries === RETRY_COUNT) throw error
        await Bun.sleep(chance() * PAUSE_MS * 2 ** tries)
      }
    }
  }
