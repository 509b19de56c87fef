import type { Clock, Stop } from '../clock'

/** How long a request counts as presence, ms: a page without JavaScript renews itself. */
export const REQUEST_MS = 60_000
/** How long somebody stays whose last connection closed, ms: mostly the next page opens one. */
export const LINGER_MS = 5_000
const SWEEP_MS = 1_000

/** When the newest page was asked for, and the newest connection opened: which of them is later? */
type Seen = { connections: number; requestAt: number; pageAt: number; openedAt: number }

/**
 * Which agents are here, as this node sees it: while a feed or socket of theirs is open, or for
 * 60 s after any request. Counts are in memory; `appeared` and `vanished` are called once per
 * change, and after `close` not at all: a node that drains hands its agents to another.
 */
export class Presence {
  private readonly seen = new Map<string, Seen>()
  private readonly clock: Clock
  private readonly changed: { appeared(agent: string): void; vanished(agent: string): void }
  private readonly stop: Stop
  private closed = false

  constructor(
    clock: Clock,
    changed: { appeared(agent: string): void; vanished(agent: string): void },
  ) {
    this.clock = clock
    this.changed = changed
    this.stop = clock.every(SWEEP_MS, () => this.sweep())
  }

  /** Any request of an agent. */
  request(agent: string): void {
    this.of(agent).requestAt = this.clock.now()
  }

  /** A page an agent asked for, to read it: it may be one that opens no connection. */
  page(agent: string): void {
    this.request(agent)
    this.of(agent).pageAt = this.clock.now()
  }

  /** A connection of an agent opened; the returned function says that it closed. */
  connect(agent: string): () => void {
    this.request(agent)
    const here = this.of(agent)
    here.connections++
    here.openedAt = this.clock.now()
    let open = true
    return () => {
      const seen = this.seen.get(agent)
      if (!open || !seen) return
      open = false
      seen.connections--
      const lingers = this.clock.now() - REQUEST_MS + LINGER_MS
      const reads = seen.pageAt > seen.openedAt
      seen.requestAt = reads ? Math.max(seen.pageAt, lingers) : lingers
    }
  }

  /** Signed out: gone at once, whatever they asked for last. */
  leave(agent: string): void {
    const seen = this.seen.get(agent)
    if (seen) Object.assign(seen, { requestAt: 0, pageAt: 0 })
    this.sweep()
  }

  has(agent: string): boolean {
    return this.seen.has(agent)
  }

  /** Whoever is here appears once more: others may have taken this node for dead. */
  tellAgain(): void {
    if (this.closed) return
    for (const agent of this.seen.keys()) this.changed.appeared(agent)
  }

  close(): void {
    this.closed = true
    this.stop()
    this.seen.clear()
  }

  private of(agent: string): Seen {
    const known = this.seen.get(agent)
    if (known) return known
    const seen = { connections: 0, requestAt: 0, pageAt: 0, openedAt: 0 }
    this.seen.set(agent, seen)
    if (!this.closed) this.changed.appeared(agent)
    return seen
  }

  /** Whoever is gone by now vanishes. */
  private sweep(): void {
    const now = this.clock.now()
    for (const [agent, { connections, requestAt }] of this.seen) {
      if (connections > 0 || now - requestAt < REQUEST_MS) continue
      this.seen.delete(agent)
      if (!this.closed) this.changed.vanished(agent)
    }
  }
}
