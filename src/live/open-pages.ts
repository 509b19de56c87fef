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
/** Tabs of one person that are told apart. */
const TABS = 30

type Tab = { page: PageState; at: number }

type Known = PageNews & {
  connections: number
  /** What the tabs said of themselves, and whether it is they who are asked. */
  tabs: ReadonlyMap<string, Tab>
  isTold: boolean
  /** When a connection opened or was answered, when something was asked for without one, ms UTC. */
  spokeAt: number
  requestAt: number
  /** Newest sign of any kind, ms UTC. */
  heardAt: number
}

/**
 * Whose pages are open on this node. A page says where it is; one that says nothing is known by
 * its connection, and one without a script by what it asks for. In memory alone.
 */
export class OpenPages {
  private readonly people = new Map<string, Known>()
  private readonly clock: Clock
  private readonly changed: (person: string) => void
  private readonly stop: Stop
  private isOver = false

  /** `changed` is called when the nearest of a person's pages is somewhere else than before. */
  constructor(clock: Clock, changed: (person: string) => void) {
    this.clock = clock
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
    const others = heardTabs(known, known.heardAt).filter(([name]) => name !== tab)
    const said: [string, Tab][] = page === 'gone' ? [] : [[tab, { page, at: known.heardAt }]]
    known.tabs = new Map([...others, ...said].slice(-TABS))
    known.isTold = true
    // It has no connection yet, or none any more.
    known.requestAt = page === 'gone' || known.connections > 0 ? 0 : known.heardAt
    this.update(person, known)
  }

  /** Something was asked for. Who is connected is known by that. */
  request(person: string): void {
    const known = this.hear(person)
    if (known.connections === 0) known.requestAt = known.heardAt
    this.update(person, known)
  }

  /** A connection opened. Each is to be closed once. */
  connect(person: string): void {
    const known = this.hear(person)
    // Who only comes back is where they were.
    if (known.connections === 0) known.isTold = heardTabs(known, known.heardAt).length > 0
    known.connections++
    this.spoke(person)
  }

  /** Whoever is at the other end of an open connection has spoken. */
  spoke(person: string): void {
    const known = this.hear(person)
    known.spokeAt = known.heardAt
    known.requestAt = 0
    this.update(person, known)
  }

  /** One of a person's connections closed. */
  disconnect(person: string): void {
    const known = this.people.get(person)
    if (!known) return
    known.connections--
    if (known.page !== 'gone') known.heardAt = this.clock.now()
  }

  close(): void {
    this.isOver = true
    this.stop()
    this.people.clear()
  }

  private hear(person: string): Known {
    const now = this.clock.now()
    const before = this.people.get(person)
    if (before) return Object.assign(before, { heardAt: now })
    const known: Known = {
      ...{ page: 'gone', since: now, connections: 0, tabs: noTabs, isTold: false },
      ...{ spokeAt: 0, requestAt: 0, heardAt: now },
    }
    if (!this.isOver) this.people.set(person, known)
    return known
  }

  /** Who is on their way from one page to the next has not gone. */
  private update(person: string, known: Known): void {
    const now = this.clock.now()
    const page = placeOf(known, now)
    if (page === known.page || this.isOver) return
    if (page === 'gone' && now - known.heardAt < LINGER_MS) return
    Object.assign(known, { page, since: page === 'gone' ? known.heardAt : now })
    this.changed(person)
  }

  private sweep(): void {
    const now = this.clock.now()
    for (const [person, known] of this.people) {
      if (known.page !== 'gone') this.update(person, known)
      else if (known.connections === 0 && now - known.since > REMEMBERED_MS)
        this.people.delete(person)
    }
  }
}

const placeOf = (known: Known, now: number): PageState => {
  const { connections, isTold, spokeAt, requestAt } = known
  if (connections === 0) return now - requestAt < REQUEST_MS ? 'open' : 'gone'
  if (!isTold) return now - spokeAt < PAGE_SILENCE_MS ? 'open' : 'gone'
  const heard = heardTabs(known, now)
  if (heard.some(([, { page }]) => page === 'open')) return 'open'
  return heard.length > 0 ? 'hidden' : 'gone'
}

const heardTabs = ({ tabs }: Known, now: number): [string, Tab][] =>
  [...tabs].filter(([, { at }]) => now - at < PAGE_SILENCE_MS)

/** Of most who are connected, and of all programs. */
const noTabs: Known['tabs'] = new Map()
