import { addressOf } from '../../actors/address'
import type { Fact } from '../../actors/facts'
import type { Staff } from '../../actors/people'
import type { Online, OnlineVisitor } from '../../views/workbench/online'
import { may } from '../policies/may'
import type { OnSite } from '../store/ports/visits'
import type { Reads } from './reads'
import { SharedReads, type Watcher } from './shared-reads'

/** All who look at it see the same visitors. */
const ALL = 'all'
/** A page that was opened longer ago is taken for forgotten, ms. */
const OPEN_MS = 12 * 3_600_000
/** Visits that are looked at; of more those that began last. */
const VISITS = 1_000
/** How often they are read at most, ms: pages are opened all the time on a busy site. */
const REST_MS = 1_000
const PAGE_ROWS = 50

const VISITORS = addressOf('visitor', '')
const nobody: ReadonlySet<string> = new Set()

type Needed = Pick<Reads, 'store' | 'bus' | 'clock' | 'log' | 'visitorPresence'>

/** Who has a page of the site open now, read once for all of this node who look. */
export class SiteVisitors extends SharedReads<readonly OnSite[]> {
  private readonly needed: Needed
  private readonly unsubscribe: () => void
  private readonly pages: Watcher = { moved: () => this.ask(ALL, REST_MS) }
  private watched = nobody

  constructor(needed: Needed) {
    super(needed)
    this.needed = needed
    this.unsubscribe = needed.bus.subscribeAll((fact) => this.hear(fact))
  }

  /** Tells a page when others are there now, until the returned function is called. */
  watch(page: Watcher): () => void {
    this.join(ALL, page)
    return () => this.leave(ALL, page)
  }

  /** Waits until it has been read. Throws why it could not be. */
  async now(): Promise<readonly OnSite[]> {
    const leave = this.watch({ moved: () => {} })
    try {
      await this.ready([ALL])
      return this.value(ALL)
    } finally {
      leave()
    }
  }

  override close(): void {
    super.close()
    this.unsubscribe()
  }

  protected async read(): Promise<ReadonlyMap<string, readonly OnSite[]>> {
    const { store, clock, visitorPresence } = this.needed
    const now = clock.now()
    const visits = await store.visits.since(now - OPEN_MS, VISITS)
    this.watchPages(new Set(visits.map(({ visitor }) => visitor)))
    const isThere = ({ visitor }: OnSite) => {
      const page = visitorPresence.of(visitor)?.page
      return page === 'open' || page === 'hidden'
    }
    return new Map([[ALL, visits.filter(isThere)]])
  }

  protected override forget(key: string): void {
    super.forget(key)
    this.watchPages(nobody)
  }

  private watchPages(visitors: ReadonlySet<string>): void {
    this.needed.visitorPresence.watch(this.pages, this.watched, visitors)
    this.watched = visitors
  }

  private hear({ topic, what }: Fact): void {
    if (what === 'visited' || (what === 'state' && topic.startsWith(VISITORS)))
      this.ask(ALL, REST_MS)
  }
}

type Asked = Pick<Reads, 'store'> & { siteVisitors: SiteVisitors }

/** One page of them, as this member of staff may see it; `until` is the last one of the page before. */
export const readOnline = async (
  { store, siteVisitors }: Asked,
  staff: Staff,
  until: string | undefined,
): Promise<Online> => {
  const all = await siteVisitors.now()
  const [at, id] = until?.split('-', 2) ?? []
  const isBehind = ({ startedAt, visitor }: OnSite) =>
    at === undefined ||
    startedAt < Number(at) ||
    (startedAt === Number(at) && visitor < (until ?? '').slice(`${at}-`.length) && id !== undefined)
  const behind = all.filter(isBehind)
  const rows = behind.slice(0, PAGE_ROWS)
  const last = behind.length > PAGE_ROWS ? rows.at(-1) : undefined
  // Who talks, or talked, with another department is somebody on the site, and no more.
  const shown = async (one: OnSite): Promise<OnlineVisitor> => {
    const { visitor, startedAt, visits, pages, talking, invitation, about } = one
    const row = one.conversation ? await store.conversations.row(one.conversation) : undefined
    const isKnown = row !== undefined && may.watch(staff, row)
    return {
      ...{ visitor, startedAt, visits, pages, talking, invitation, place: about.place },
      name: isKnown ? one.name : '',
      conversation: isKnown && talking ? row.id : null,
    }
  }
  return {
    count: all.length,
    visitors: await Promise.all(rows.map(shown)),
    next: last ? `${last.startedAt}-${last.visitor}` : null,
  }
}
