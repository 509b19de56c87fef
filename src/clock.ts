/** Calls a timer off. Late or twice it does nothing. */
export type Stop = () => void

/**
 * The source of time, timers and chance; what may go past it is listed in `tests/house/bans.ts`.
 * Tests pass one they turn by hand.
 * `after` and `every` keep no process alive; who sleeps is at work and does.
 */
export type Clock = {
  /** Milliseconds UTC. */
  now(): number
  /**
   * Milliseconds that only go forward, whatever is done to the machine's clock: for how long something
   * takes, or is silent. Means nothing to another process.
   */
  ticks(): number
  /** A new UUIDv7: unique, and in the order of its making on this node. */
  id(): string
  /** A random number in [0, 1), for jitter. */
  chance(): number
  /** Runs `work` once, in `ms`. */
  after(ms: number, work: () => void): Stop
  /** Runs `work` every `ms`, for the first time in `ms`. */
  every(ms: number, work: () => void): Stop
  /** Settles in `ms`. */
  sleep(ms: number): Promise<void>
}

/** So large that what never happened, at 0, is long ago. */
const TICKS_FROM = Date.now() - performance.now()

export const systemClock: Clock = {
  now: () => Date.now(),
  ticks: () => TICKS_FROM + performance.now(),
  id: () => Bun.randomUUIDv7(),
  chance: () => Math.random(),
  after: (ms, work) => {
    const timer = setTimeout(work, ms)
    timer.unref()
    return () => clearTimeout(timer)
  },
  every: (ms, work) => {
    const timer = setInterval(work, ms)
    timer.unref()
    return () => clearInterval(timer)
  },
  sleep: (ms) => Bun.sleep(ms),
}

/** A signal that aborts in `ms`, for a request that may hang. */
export const abortAfter = (clock: Pick<Clock, 'after'>, ms: number): AbortSignal => {
  const hanging = new AbortController()
  clock.after(ms, () => hanging.abort(new DOMException('The operation timed out.', 'TimeoutError')))
  return hanging.signal
}
