/** The only source of time and chance. Tests pass their own. */
export type Clock = {
  /** Milliseconds UTC. */
  now(): number
  /** A new UUIDv7: unique, and in the order of its making on this node. */
  id(): string
  /** A random number in [0, 1), for jitter. */
  chance(): number
}

export const systemClock: Clock = {
  now: () => Date.now(),
  id: () => Bun.randomUUIDv7(),
  chance: () => Math.random(),
}
