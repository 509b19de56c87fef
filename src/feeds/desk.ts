import type { AgentRow, DepartmentRow } from '../../actors/summary'
import type { Choice } from '../../views/chat/start'
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
  private askedAt = Number.NEGATIVE_INFINITY
  private agents: Promise<AgentRow[]> = Promise.resolve([])

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

  /**
   * To choose from, those first where somebody is ready and present now. Who is there is read as
   * seldom as the departments, and not at all on a desk with only one.
   */
  async choices(): Promise<Choice[]> {
    const all = await this.all()
    if (all.length < 2) return all.map(({ id, name }) => ({ id, name, staffed: true }))
    const here = await this.present()
    const choices = all.map(({ id, name }) => ({
      id,
      name,
      staffed: here.some(({ departments }) => departments.includes(id)),
    }))
    return choices.toSorted((one, other) => Number(other.staffed) - Number(one.staffed))
  }

  private async present(): Promise<AgentRow[]> {
    const now = this.clock.now()
    if (now - this.askedAt >= FRESH) {
      this.askedAt = now
      this.agents = this.store.inbox.agents()
      this.agents.catch(() => {
        this.askedAt = Number.NEGATIVE_INFINITY
      })
    }
    const agents = await this.agents
    return agents.filter(({ status, present }) => status === 'ready' && present)
  }

  /** What a visitor reads: empty when there is only one, which goes without saying. */
  async label(id: string): Promise<string> {
    const all = await this.all()
    return all.length > 1 ? (all.find((row) => row.id === id)?.name ?? '') : ''
  }
}
