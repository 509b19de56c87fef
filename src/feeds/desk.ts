import type { DepartmentRow } from '../../actors/summary'
import type { Bus } from '../bus/bus'
import type { Clock } from '../clock'
import type { Log } from '../log'
import type { Store } from '../store/store'
import type { Kept } from './node/kept'
import type { Rota } from './node/rota'
import type { Frame } from './pipe'
import type { Entries } from './reads/entries'
import type { Holders } from './reads/holders'
import type { Lines } from './reads/line'
import type { Pages } from './reads/pages'
import type { Watch } from './reads/watched'

/** What the feeds of one node share. */
export type FeedDesk = {
  store: Store
  bus: Bus
  clock: Clock
  log: Log
  rota: Rota
  watch: Watch
  lines: Lines
  holders: Holders
  entries: Entries
  pages: Pages
  departments: Departments
  /** Frames around a transcript that many get alike. */
  alike: Kept<Frame>
  /** 1, 2, 3 …: for what is to be spread. */
  nth(): number
}

const FRESH = 5_000

/** The departments, for their names: read at most every few seconds, they hardly ever change. */
export class Departments {
  private readonly store: Store
  private readonly clock: Clock
  private readAt = Number.NEGATIVE_INFINITY
  private rows: Promise<DepartmentRow[]> = Promise.resolve([])

  constructor(store: Store, clock: Clock) {
    this.store = store
    this.clock = clock
  }

  all(): Promise<DepartmentRow[]> {
    const now = this.clock.now()
    if (now - this.readAt < FRESH) return this.rows
    this.readAt = now
    this.rows = this.store.inbox.departments()
    this.rows.catch(() => {
      this.readAt = Number.NEGATIVE_INFINITY
    })
    return this.rows
  }

  /** What a visitor reads: empty when there is only one, which goes without saying. */
  async label(id: string): Promise<string> {
    const all = await this.all()
    return all.length > 1 ? (all.find((row) => row.id === id)?.name ?? '') : ''
  }
}
