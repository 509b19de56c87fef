import { type Clock, systemClock } from '../../src/clock'

/** A clock that runs so many times as fast as time does, for waits that a browser is part of. */
export const quickClock = (times: number): Clock => {
  const began = systemClock.now()
  const startedAt = systemClock.ticks()
  return {
    ...systemClock,
    now: () => Math.round(began + (systemClock.now() - began) * times),
    ticks: () => began + (systemClock.ticks() - startedAt) * times,
    after: (ms, work) => systemClock.after(ms / times, work),
    every: (ms, work) => systemClock.every(ms / times, work),
    sleep: (ms) => systemClock.sleep(ms / times),
  }
}
