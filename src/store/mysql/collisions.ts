import { isCollision } from './faults'

const RETRIES = 5
/** Longest pause before the first retry, ms; it doubles with each. */
const PAUSE = 20

/** Does something again when it and another transaction stood in each other's way. */
export type Again = <T>(work: () => Promise<T>) => Promise<T>

/** `chance` (0 to 1) keeps those that collided from doing so again in step. */
export const againWith =
  (chance: () => number): Again =>
  async (work) => {
    for (let tries = 0; ; tries++) {
      try {
        return await work()
      } catch (error) {
        if (!isCollision(error) || tries === RETRIES) throw error
        await Bun.sleep(chance() * PAUSE * 2 ** tries)
      }
    }
  }
