import { type Address, addressOf } from '../../actors/address'
import { isDeepEqual } from '../../actors/equal'
import type { Fact } from '../../actors/facts'
import type { Whereabouts } from '../../views/workbench/visitor-page'
import type { Bus } from '../bus/bus'
import type { Clock, Stop } from '../clock'
import type { Watcher } from './shared-reads'
import { type Followed, whereaboutsOf } from './whereabouts'

/** How often is asked where a page is that somebody looks after, ms. */
const ASK_MS = 30_000
/** How long one is followed after the last look of somebody who does not watch it, ms. */
const FOLLOWED_MS = 60_000
const LOOK_MS = 1_000

/**
 * Where the visitors' pages are that agents look at on this node. Nodes ring when one has moved and
 * answer when they are asked; nothing is read from the store or written to it.
 */
export class VisitorPresence {
  private readonly followed = new Map<Address, Followed>()
  private readonly bus: Bus
  private readonly clock: Clock
  private readonly stop: Stop
  private readonly unsubscribe: () => void

  constructor({ bus, clock }: { bus: Bus; clock: Clock }) {
    this.bus = bus
    this.clock = clock
    this.stop = clock.every(LOOK_MS, () => this.look())
    this.unsubscribe = bus.subscribeAll((fact) => {
      if (fact.what === 'page') this.hear(fact)
    })
  }

  /** Where a visitor's page is now; null while nobody has had the time to answer. */
  of(visitor: string): Whereabouts | null {
    const followed = this.recall(addressOf('visitor', visitor))
    followed.until = this.clock.now() + FOLLOWED_MS
    return followed.value
  }

  /** Tells somebody when one of these visitors has moved; takes the place of those before. */
  watch(watcher: Watcher, before: ReadonlySet<string>, visitors: ReadonlySet<string>): void {
    for (const visitor of before)
      if (!visitors.has(visitor))
        this.followed.get(addressOf('visitor', visitor))?.watchers.delete(watcher)
    for (const visitor of visitors)
      if (!before.has(visitor)) this.recall(addressOf('visitor', visitor)).watchers.add(watcher)
  }

  close(): void {
    this.stop()
    this.unsubscribe()
  }

  private recall(address: Address): Followed {
    const known = this.followed.get(address)
    if (known) return known
    const now = this.clock.now()
    const followed: Followed = {
      ...{ nodes: new Map(), watchers: new Set(), until: now + FOLLOWED_MS },
      ...{ beganAt: now, askedAt: now, value: null },
    }
    this.followed.set(address, followed)
    // This node answers before the call is over.
    this.bus.publish([{ topic: address, what: 'whereabouts' }])
    return followed
  }

  private hear({ topic, page, at = 0, node = '' }: Fact): void {
    const followed = this.followed.get(topic)
    if (!followed || !page) return
    followed.nodes.set(node, { page, since: at, toldAt: this.clock.now() })
    this.tell(followed)
  }

  private look(): void {
    const now = this.clock.now()
    const due: Fact[] = []
    for (const [topic, followed] of this.followed) {
      if (followed.watchers.size === 0 && now >= followed.until) this.followed.delete(topic)
      else if (now - followed.askedAt >= ASK_MS) {
        followed.askedAt = now
        due.push({ topic, what: 'whereabouts' })
      } else this.tell(followed)
    }
    if (due.length > 0) this.bus.publish(due)
  }

  private tell(followed: Followed): void {
    const value = whereaboutsOf(followed, this.clock.now())
    if (isDeepEqual(value, followed.value)) return
    followed.value = value
    for (const watcher of followed.watchers) watcher.moved()
  }
}
