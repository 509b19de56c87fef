import { addressOf } from '../../actors/address'
import type { Bus } from '../bus/bus'
import type { Store } from '../store/store'
import { type Disposable, RefCounted } from './ref-counted'

/** Who wants to know whether an agent is in reach. */
export interface PresenceListener {
  moved(): void
}

/** Whether one agent is in reach, read once for all pages of this node that show it. */
class Holder implements Disposable<PresenceListener> {
  private readonly helped = new Set<PresenceListener>()
  private readonly unsubscribe: () => void
  private readonly agent: string
  private readonly store: Store
  private here: boolean | undefined
  private reading: Promise<boolean> | null = null
  private heard = 0

  constructor(agent: string, store: Store, bus: Bus) {
    this.agent = agent
    this.store = store
    this.unsubscribe = bus.subscribe(addressOf('agent', agent), ({ what }) => {
      if (what === 'state') this.invalidate()
    })
  }

  add(helped: PresenceListener): void {
    this.helped.add(helped)
  }

  remove(helped: PresenceListener): boolean {
    this.helped.delete(helped)
    if (this.helped.size > 0) return false
    this.unsubscribe()
    return true
  }

  isHere(): boolean | Promise<boolean> {
    if (this.here !== undefined) return this.here
    this.reading ??= this.read()
    return this.reading
  }

  invalidate(): void {
    this.heard++
    const before = this.here
    this.reading = this.read()
    this.reading.then(
      (here) => {
        if (here !== before) for (const each of this.helped) each.moved()
      },
      () => {
        this.here = undefined
        for (const each of this.helped) each.moved()
      },
    )
  }

  private async read(): Promise<boolean> {
    const heard = this.heard
    try {
      const here = (await this.store.inbox.agent(this.agent))?.present ?? false
      if (heard === this.heard) this.here = here
      return here
    } finally {
      if (heard === this.heard) this.reading = null
    }
  }
}

/** The agents who are shown on this node. */
export class AgentPresence extends RefCounted<PresenceListener, Holder> {
  private readonly store: Store

  constructor(store: Store, bus: Bus) {
    super((agent) => new Holder(agent, store, bus))
    this.store = store
  }

  /** Whether an agent is in reach: known already where somebody follows them. */
  isHere(agent: string): boolean | Promise<boolean> {
    return this.get(agent)?.isHere() ?? this.readNow(agent)
  }

  private async readNow(agent: string): Promise<boolean> {
    return (await this.store.inbox.agent(agent))?.present ?? false
  }

  invalidate(): void {
    for (const holder of this.values()) holder.invalidate()
  }
}
