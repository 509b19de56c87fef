import type { Clock } from '../../clock'
import { backOff, retry } from '../../retry'
import { isCollision } from './faults'

const RETRY_COUNT = 5
/** Longest pause before the first retry and before the last, ms. */
const pauseMs = backOff(20, 320)

/** Does something again when it and another transaction stood in each other's way. */
export type RetryCollisions = <T>(work: () => Promise<T>) => Promise<T>

/** The clock's chance keeps those that collided from doing so again in step. */
export const retryCollisions =
  (clock: Pick<Clock, 'sleep' | 'chance'>): RetryCollisions =>
  (work) =>
    retry(clock, work, (failures, problem) =>
      isCollision(problem) && failures < RETRY_COUNT ? clock.chance() * pauseMs(failures) : null,
    )
