import { addressOf } from '../../actors/address'
import type { Bus } from '../bus/bus'
import type { Store } from '../store/store'
import { type Disposable, RefCounted } from './ref-counted'

/** Who wants to know whether an agent is in reach. */
export interface PresenceListener {
  moved(): void
}

/** Whether one agent is in reach, read once for all pages of this node that show it. */
class FollowedAgent implements Disposable<PresenceListener> {
  private readonly listeners = new Set<PresenceListener>()
  private readonly unsubscribe: () => void
  private readonly agent: string
  private readonly store: Store
  private here: boolean | undefined
  private reading: Promise<boolean> | null = null
  private invalidations = 0

  constructor(agent: string, store: Store, bus: Bus) {
    this.agent = agent
    this.store = store
    this.unsubscribe = bus.subscribe(addressOf('agent', agent), ({ what }) => {
      if (what === 'state') this.invalidate()
    })
  }

  add(listener: PresenceListener): void {
    this.listeners.add(listener)
  }

  remove(listener: PresenceListener): boolean {
    this.listeners.delete(listener)
    if (this.listeners.size > 0) return false
    this.unsubscribe()
    return true
  }

  isHere(): boolean | Promise<boolean> {
    if (this.here !== undefined) return this.here
    this.reading ??= this.read()
    return this.reading
  }

  invalidate(): void {
    this.invalidations++
    const before = this.here
    this.reading = this.read()
    this.reading.then(
      (here) => {
        if (here !== before) for (const each of this.listeners) each.moved()
      },
      () => {
        this.here = undefined
        for (const each of this.listeners) each.moved()
      },
    )
  }

  private async read(): Promise<boolean> {
    const invalidations = this.invalidations
    try {
      const here = (await this.store.agents.find(this.agent))?.present ?? false
      if (invalidations === this.invalidations) this.here = here
      return here
    } finally {
      if (invalidations === this.invalidations) this.reading = null
    }
  }
}

/** Whether the agents who are shown on this node are in reach. */
export class AgentPresence extends RefCounted<PresenceListener, FollowedAgent> {
  private readonly store: Store

  constructor(store: Store, bus: Bus) {
    super((agent) => new FollowedAgent(agent, store, bus))
    this.store = store
  }

  /** Whether an agent is in reach: known already where somebody follows them. */
  isHere(agent: string): boolean | Promise<boolean> {
    return this.get(agent)?.isHere() ?? this.readNow(agent)
  }

  private async readNow(agent: string): Promise<boolean> {
    return (await this.store.agents.find(agent))?.present ?? false
  }

  invalidate(): void {
    for (const agent of this.values()) agent.invalidate()
  }
}
