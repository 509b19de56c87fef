import type { Fact } from '../../actors/facts'

/** How many topics one fact names at most, with those it asks after too. */
export const FACT_TOPICS = 100

/**
 * The bell. It says "look again" and carries no truth: a ring may be lost, doubled, late or
 * forged and nothing but time is lost. Local listeners hear at once; other nodes through Redis.
 * The same contract holds with and without Redis (`tests/contracts/bus.ts`).
 */
export interface Bus {
  /** Rings. Never throws, never waits for another node. */
  publish(facts: readonly Fact[]): void
  /** Hears a topic until the returned function is called. Listeners must not throw. */
  subscribe(topic: string, hear: (fact: Fact) => void): () => void
  /** Hears every fact, local or from other nodes; for caches that follow many topics at once. */
  subscribeAll(hear: (fact: Fact) => void): () => void
  /**
   * Hears that rings of other nodes may have been missed, so that everything is to be read again.
   * At most once a second; never on a desk that is alone.
   */
  onReconnect(hear: () => void): () => void
  /** Whether other nodes are reached; `alone` when there are none by configuration. */
  state(): 'alone' | 'up' | 'down'
  close(): Promise<void>
}
