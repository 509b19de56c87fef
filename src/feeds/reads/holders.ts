import type { Bus } from '../../bus/bus'
import type { Store } from '../../store/store'

/** Who wants to know whether an agent is in reach. */
export interface Helped {
  moved(): void
}

/** Whether one agent is in reach, read once for all pages of this node that show it. */
class Holder {
  readonly helped = new Set<Helped>()
  readonly unsubscribe: () => void
  private readonly agent: string
  private readonly store: Store
  private here: boolean | undefined
  private reading: Promise<boolean> | null = null
  private heard = 0

  constructor(agent: string, store: Store, bus: Bus) {
    this.agent = agent
    this.store = store
    this.unsubscribe = bus.subscribe(`agent:${agent}`, ({ what }) => {
      if (what === 'state') this.doubt()
    })
  }

  isHere(): boolean | Promise<boolean> {
    if (this.here !== undefined) return this.here
    this.reading ??= this.read()
    return this.reading
  }

  doubt(): void {
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

export class Holders {
  private readonly all = new Map<string, Holder>()
  private readonly store: Store
  private readonly bus: Bus

  constructor(store: Store, bus: Bus) {
    this.store = store
    this.bus = bus
  }

  join(agent: string, helped: Helped): void {
    const holder = this.all.get(agent) ?? new Holder(agent, this.store, this.bus)
    this.all.set(agent, holder)
    holder.helped.add(helped)
  }

  leave(agent: string, helped: Helped): void {
    const holder = this.all.get(agent)
    if (!holder?.helped.delete(helped) || holder.helped.size > 0) return
    holder.unsubscribe()
    this.all.delete(agent)
  }

  /** For somebody who joined. */
  isHere(agent: string): boolean | Promise<boolean> {
    return this.all.get(agent)?.isHere() ?? false
  }

  doubt(): void {
    for (const holder of this.all.values()) holder.doubt()
  }
}
