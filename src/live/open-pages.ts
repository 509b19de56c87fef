import type { PageState } from '../../actors/page-state'
import type { Clock, Stop } from '../clock'
import { LINGER_MS, REQUEST_MS } from './presence'

/** `since` is when that began, ms UTC: for one that is gone, when it was last heard of. */
export type PageNews = { page: PageState; since: number }

/** How long a page is believed without a word, ms: it says where it is every 45 s. */
export const PAGE_SILENCE_MS = 100_000
const SWEEP_MS = 1_000
/** How long it is known when somebody left, ms. */
const REMEMBERED_MS = 24 * 3_600_000
/** Of how many it is known: 50,000 take some 30 MB. Those who left the longest ago are forgotten first. */
const MAX_GONE = 50_000
/** Tabs of one person that are told apart. */
const TABS = 30

/** `atTicks` and what else ends so: by the clock that only goes forward, ms. */
type Tab = { page: PageState; atTicks: number }

type Known = PageNews & {
  connections: number
  /** What the tabs said of themselves, and whether it is they who are asked. */
  tabs: ReadonlyMap<string, Tab>
  isTold: boolean
  /** When a connection opened or spoke, when something was asked for without one. */
  spokeTicks: number
  requestTicks: number
  /** Newest sign of any kind: how long ago, and at what time of day, ms UTC. */
  heardTicks: number
  heardAt: number
}

/**
 * Whose pages are open on this node. A page says where it is; one that says nothing is known by
 * its connection, and one without a script by what it asks for. In memory alone.
 */
export class OpenPages {
  /** In the order of who was heard of: the one of whom nothing came for the longest is the first. */
  private readonly people = new Map<string, Known>()
  private readonly clock: Clock
  private readonly changed: (person: string) => void
  private readonly stop: Stop
  private readonly maxGone: number
  private isOver = false

  /** `changed` is called when the nearest of a person's pages is somewhere else than before. */
  constructor(clock: Clock, changed: (person: string) => void, maxGone = MAX_GONE) {
    this.clock = clock
    this.maxGone = maxGone
    this.changed = changed
    this.stop = clock.every(SWEEP_MS, () => this.sweep())
  }

  /** Where the nearest of a person's pages is; null for somebody who was never here. */
  of(person: string): PageNews | null {
    const known = this.people.get(person)
    return known ? { page: known.page, since: known.since } : null
  }

  /** A page says where it is; `tab` tells it from others of the same person. */
  say(person: string, tab: string, page: PageState): void {
    const known = this.hear(person)
    const atTicks = known.heardTicks
    const others = heardTabs(known, atTicks).filter(([name]) => name !== tab)
    const said: [string, Tab][] = page === 'gone' ? [] : [[tab, { page, atTicks }]]
    known.tabs = new Map([...others, ...said].slice(-TABS))
    known.isTold = true
    // It has no connection yet, or none any more.
    known.requestTicks = page === 'gone' || known.connections > 0 ? 0 : atTicks
    this.update(person, known)
  }

  /** Something was asked for. Who is connected is known by that. */
  request(person: string): void {
    const known = this.hear(person)
    if (known.connections === 0) known.requestTicks = known.heardTicks
    this.update(person, known)
  }

  /** A connection opened. Each is to be closed once. */
  connect(person: string): void {
    const known = this.hear(person)
    // Who only comes back is where they were.
    if (known.connections === 0) known.isTold = heardTabs(known, known.heardTicks).length > 0
    known.connections++
    this.spoke(person)
  }

  /** Whoever is at the other end of an open connection has spoken. */
  spoke(person: string): void {
    const known = this.hear(person)
    known.spokeTicks = known.heardTicks
    known.requestTicks = 0
    this.update(person, known)
  }

  /** One of a person's connections closed. */
  disconnect(person: string): void {
    const known = this.people.get(person)
    if (!known) return
    known.connections--
    if (known.page !== 'gone') this.sign(known)
  }

  close(): void {
    this.isOver = true
    this.stop()
    this.people.clear()
  }

  private hear(person: string): Known {
    const before = this.people.get(person)
    if (before) {
      this.people.delete(person)
      this.people.set(person, before)
      return this.sign(before)
    }
    const known: Known = this.sign({
      ...{ page: 'gone', since: this.clock.now(), connections: 0, tabs: noTabs, isTold: false },
      ...{ spokeTicks: 0, requestTicks: 0, heardTicks: 0, heardAt: 0 },
    })
    if (!this.isOver) this.people.set(person, known)
    return known
  }

  /** Every request says so: nothing is made for it. */
  private sign(known: Known): Known {
    known.heardTicks = this.clock.ticks()
    known.heardAt = this.clock.now()
    return known
  }

  /** Who is on their way from one page to the next has not gone. */
  private update(person: string, known: Known): void {
    const ticks = this.clock.ticks()
    const page = whereaboutsOf(known, ticks)
    if (page === known.page || this.isOver) return
    if (page === 'gone' && ticks - known.heardTicks < LINGER_MS) return
    Object.assign(known, { page, since: page === 'gone' ? known.heardAt : this.clock.now() })
    this.changed(person)
  }

  private sweep(): void {
    const oldest = this.clock.ticks() - REMEMBERED_MS
    const gone: string[] = []
    for (const [person, known] of this.people) {
      if (known.page !== 'gone') this.update(person, known)
      else if (known.connections > 0) continue
      else if (known.heardTicks < oldest) this.people.delete(person)
      else gone.push(person)
    }
    const excess = gone.slice(0, Math.max(0, gone.length - this.maxGone))
    for (const person of excess) this.people.delete(person)
  }
}

const whereaboutsOf = (known: Known, ticks: number): PageState => {
  const { connections, isTold, spokeTicks, requestTicks } = known
  if (connections === 0) return ticks - requestTicks < REQUEST_MS ? 'open' : 'gone'
  if (!isTold) return ticks - spokeTicks < PAGE_SILENCE_MS ? 'open' : 'gone'
  const heard = heardTabs(known, ticks)
  if (heard.some(([, { page }]) => page === 'open')) return 'open'
  return heard.length > 0 ? 'hidden' : 'gone'
}

const heardTabs = ({ tabs }: Known, ticks: number): [string, Tab][] =>
  [...tabs].filter(([, { atTicks }]) => ticks - atTicks < PAGE_SILENCE_MS)

/** Of most who are connected, and of all programs. */
const noTabs: Known['tabs'] = new Map()
