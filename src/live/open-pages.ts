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

type Seen = PageNews & {
  connections: number
  /** What the tabs said of themselves, and whether it is they who are asked. */
  tabs: ReadonlyMap<string, Tab>
  isTold: boolean
  /** When a connection opened or was answered, when something was asked for without one, ms UTC. */
  answeredAt: number
  requestAt: number
  /** Newest sign of any kind, ms UTC. */
  heardAt: number
}

/**
 * Whose pages are open on this node. A page says where it is; one that says nothing is known by
 * its connection, and one without a script by what it asks for. In memory alone.
 */
export class OpenPages {
  private readonly seen = new Map<string, Seen>()
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
    const seen = this.seen.get(person)
    return seen ? { page: seen.page, since: seen.since } : null
  }

  /** A page says where it is; `tab` tells it from others of the same person. */
  say(person: string, tab: string, page: PageState): void {
    const seen = this.hear(person)
    const others = heardTabs(seen, seen.heardAt).filter(([name]) => name !== tab)
    const said: [string, Tab][] = page === 'gone' ? [] : [[tab, { page, at: seen.heardAt }]]
    seen.tabs = new Map([...others, ...said].slice(-TABS))
    seen.isTold = true
    // It has no connection yet, or none any more.
    seen.requestAt = page === 'gone' || seen.connections > 0 ? 0 : seen.heardAt
    this.update(person, seen)
  }

  /** Something was asked for. Who is connected is known by that. */
  request(person: string): void {
    const seen = this.hear(person)
    if (seen.connections === 0) seen.requestAt = seen.heardAt
    this.update(person, seen)
  }

  /** A connection opened: it says when it was answered and when it has closed. */
  connect(person: string): { answered(): void; closed(): void } {
    const seen = this.hear(person)
    let open = true
    // Who only comes back is where they were.
    if (seen.connections === 0) seen.isTold = heardTabs(seen, seen.heardAt).length > 0
    seen.connections++
    const answered = () => {
      if (!open) return
      Object.assign(this.hear(person), { answeredAt: this.clock.now(), requestAt: 0 })
      this.update(person, seen)
    }
    answered()
    return {
      answered,
      closed: () => {
        if (!open) return
        open = false
        seen.connections--
        if (seen.page !== 'gone') seen.heardAt = this.clock.now()
      },
    }
  }

  close(): void {
    this.isOver = true
    this.stop()
    this.seen.clear()
  }

  private hear(person: string): Seen {
    const now = this.clock.now()
    const known = this.seen.get(person)
    if (known) return Object.assign(known, { heardAt: now })
    const seen: Seen = {
      ...{ page: 'gone', since: now, connections: 0, tabs: noTabs, isTold: false },
      ...{ answeredAt: 0, requestAt: 0, heardAt: now },
    }
    if (!this.isOver) this.seen.set(person, seen)
    return seen
  }

  /** Who is on their way from one page to the next has not gone. */
  private update(person: string, seen: Seen): void {
    const now = this.clock.now()
    const page = placeOf(seen, now)
    if (page === seen.page || this.isOver) return
    if (page === 'gone' && now - seen.heardAt < LINGER_MS) return
    Object.assign(seen, { page, since: page === 'gone' ? seen.heardAt : now })
    this.changed(person)
  }

  private sweep(): void {
    const now = this.clock.now()
    for (const [person, seen] of this.seen) {
      if (seen.page !== 'gone') this.update(person, seen)
      else if (seen.connections === 0 && now - seen.since > REMEMBERED_MS) this.seen.delete(person)
    }
  }
}

const placeOf = (seen: Seen, now: number): PageState => {
  const { connections, isTold, answeredAt, requestAt } = seen
  if (connections === 0) return now - requestAt < REQUEST_MS ? 'open' : 'gone'
  if (!isTold) return now - answeredAt < PAGE_SILENCE_MS ? 'open' : 'gone'
  const heard = heardTabs(seen, now)
  if (heard.some(([, { page }]) => page === 'open')) return 'open'
  return heard.length > 0 ? 'hidden' : 'gone'
}

const heardTabs = ({ tabs }: Seen, now: number): [string, Tab][] =>
  [...tabs].filter(([, { at }]) => now - at < PAGE_SILENCE_MS)

/** Of most who are connected, and of all programs. */
const noTabs: Seen['tabs'] = new Map()
