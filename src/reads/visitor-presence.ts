import { type Address, addressOf } from '../../actors/address'
import { isDeepEqual } from '../../actors/equal'
import type { Fact } from '../../actors/facts'
import type { Whereabouts } from '../../views/workbench/visitor-page'
import { type Bus, FACT_TOPICS } from '../bus/bus'
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

  /** Asks after all of these who are not followed yet, in one: for who wants to know of many. */
  ask(visitors: Iterable<string>): void {
    const addresses = [...new Set(visitors)].map((visitor) => addressOf('visitor', visitor))
    const unknown = addresses.filter((address) => !this.followed.has(address))
    const now = this.clock.ticks()
    for (const address of unknown)
      this.followed.set(address, {
        ...{ nodes: new Map(), watchers: new Set(), until: now + FOLLOWED_MS },
        ...{ beganAt: now, askedAt: now, value: null },
      })
    // This node answers before the call is over.
    this.publish(unknown)
  }

  /** Where a visitor's page is now; null while nobody has had the time to answer. */
  of(visitor: string): Whereabouts | null {
    const address = addressOf('visitor', visitor)
    if (!this.followed.has(address)) this.ask([visitor])
    const followed = this.followed.get(address)
    if (!followed) return null
    followed.until = this.clock.ticks() + FOLLOWED_MS
    return followed.value
  }

  /** Tells somebody when one of these visitors has moved; takes the place of those before. */
  watch(watcher: Watcher, before: ReadonlySet<string>, visitors: ReadonlySet<string>): void {
    for (const visitor of before)
      if (!visitors.has(visitor))
        this.followed.get(addressOf('visitor', visitor))?.watchers.delete(watcher)
    const added = [...visitors].filter((visitor) => !before.has(visitor))
    this.ask(added)
    for (const visitor of added)
      this.followed.get(addressOf('visitor', visitor))?.watchers.add(watcher)
  }

  close(): void {
    this.stop()
    this.unsubscribe()
  }

  private publish(addresses: readonly Address[]): void {
    const facts: Fact[] = []
    for (let from = 0; from < addresses.length; from += FACT_TOPICS) {
      const [topic, ...also] = addresses.slice(from, from + FACT_TOPICS)
      if (topic) facts.push({ topic, what: 'whereabouts', ...(also.length > 0 && { also }) })
    }
    if (facts.length > 0) this.bus.publish(facts)
  }

  private hear({ topic, page, at = 0, node = '' }: Fact): void {
    const followed = this.followed.get(topic)
    if (!followed || !page) return
    const { clock } = this
    followed.nodes.set(node, { page, since: at, toldAt: clock.now(), toldTicks: clock.ticks() })
    this.tell(followed)
  }

  private look(): void {
    const now = this.clock.ticks()
    const due: Address[] = []
    for (const [topic, followed] of this.followed) {
      if (followed.watchers.size === 0 && now >= followed.until) this.followed.delete(topic)
      else if (now - followed.askedAt >= ASK_MS) {
        followed.askedAt = now
        due.push(topic)
      } else this.tell(followed)
    }
    this.publish(due)
  }

  private tell(followed: Followed): void {
    const value = whereaboutsOf(followed, this.clock.ticks())
    if (isDeepEqual(value, followed.value)) return
    followed.value = value
    for (const watcher of followed.watchers) watcher.moved()
  }
}
