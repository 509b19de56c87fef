import type { Staff } from '../../actors/people'
import { type AgentRow, isOver } from '../../actors/summary'
import { Swap } from '../../views/live'
import { Banner } from '../../views/workbench/banner'
import type { DepartmentNames, List } from '../../views/workbench/inbox/lists'
import { StatusSwitch } from '../../views/workbench/shift'
import type { Source, Woken } from '../live/feed'
import { type Frame, frameOf, type Pipe } from '../live/pipe'
import { closedKey } from '../reads/closed-lists'
import type { Reader } from '../reads/entries'
import {
  bannerOf,
  departmentsOf,
  depthOf,
  type Lists,
  listsOf,
  namesOf,
  withPages,
} from '../reads/inbox'
import type { QueueHead, QueueWatcher } from '../reads/queue-heads'
import type { Watcher } from '../reads/shared-reads'
import type { FeedDesk } from './desk'
import { InboxPage } from './inbox/page'

/** What changes in lines is brought to one page ten times a second at most, ms between. */
const GATHER_MS = 100

export type InboxSeen = { reader: Reader; list: List; selected: string | null }

/**
 * An agent's lists. What they are made of is shared by all who look at it: this says only whose
 * they are, and brings the page what has changed.
 */
export class InboxSource implements Source, Watcher {
  private readonly desk: FeedDesk
  private readonly staff: () => Staff
  private readonly agent: string
  private readonly seen: InboxSeen
  private readonly staffingChanged: () => void
  private readonly page: InboxPage
  private readonly others: QueueWatcher
  /** The lines and closed lists it looks at. */
  private readonly lines = new Set<string>()
  private readonly closed = new Set<string>()
  private names: DepartmentNames = {}
  private feed: Woken | null = null
  private isOver = false
  private isReady = false
  private changed = true
  private broughtAt = 0
  private gathering: (() => void) | undefined
  private visitors: ReadonlySet<string> = new Set()
  private figures = ''
  private staffed: string | null = null

  /** `staffingChanged` is called when somebody is on duty where nobody was, or nobody any longer. */
  constructor(staff: () => Staff, seen: InboxSeen, desk: FeedDesk, staffingChanged: () => void) {
    this.staffingChanged = staffingChanged
    this.staff = staff
    this.agent = staff().id
    this.seen = seen
    this.desk = desk
    this.others = { depth: depthOf(seen.list), moved: () => this.gather() }
    this.page = new InboxPage(desk)
  }

  open(feed: Woken): void {
    this.feed = feed
    this.desk.agentLists.join(this.agent, this)
  }

  ends(): null {
    return null
  }

  look(pipe: Pipe): Promise<void> | undefined {
    // Many get ready in the same moment: each takes its turn to draw.
    if (!this.isReady) return this.getReady().then(() => this.moved())
    if (!this.changed) return undefined
    const frames = this.frames()
    this.changed = false
    this.broughtAt = this.desk.clock.now()
    return pipe.push(frames)
  }

  /** What is the agent's own, or anything else, is another than before. */
  moved(): void {
    this.changed = true
    this.feed?.wake()
  }

  /** Departments may have come or have other names, or something may have been missed. */
  invalidate(): void {
    this.isReady = false
    this.moved()
  }

  onHeartbeat(now: number): void {
    this.desk.queueHeads.expire(now)
  }

  close(): void {
    this.isOver = true
    this.gathering?.()
    this.desk.agentLists.leave(this.agent, this)
    this.desk.visitorPresence.watch(this.others, this.visitors, new Set())
    for (const department of this.lines) this.desk.queueHeads.leave(department, this.others)
    for (const key of this.closed) this.desk.closedLists.leave(key, this.others)
  }

  private async getReady(): Promise<void> {
    this.isReady = true
    try {
      await this.lookAtAll()
    } catch (problem) {
      this.isReady = false
      throw problem
    }
  }

  private async lookAtAll(): Promise<void> {
    const { agentLists, queueHeads, closedLists } = this.desk
    const departments = await departmentsOf(this.desk, this.staff())
    this.names = await namesOf(this.desk)
    if (this.isOver) return
    const isClosed = this.seen.list.view === 'closed'
    const pages = departments.map((department) => closedKey(department, this.seen.list))
    for (const department of departments) this.lookAt(this.lines, queueHeads, department)
    for (const page of isClosed ? pages : []) this.lookAt(this.closed, closedLists, page)
    await Promise.all([
      agentLists.ready([this.agent]),
      queueHeads.ready([...this.lines]),
      closedLists.ready([...this.closed]),
    ])
  }

  private lookAt(
    known: Set<string>,
    reads: { join(key: string, watcher: QueueWatcher): unknown },
    key: string,
  ): void {
    if (known.has(key)) return
    known.add(key)
    reads.join(key, this.others)
  }

  /** Lines of many departments may change, each for itself: what comes of it is brought in one. */
  private gather(): void {
    this.changed = true
    const waitMs = this.broughtAt + GATHER_MS - this.desk.clock.now()
    if (waitMs <= 0 || waitMs > GATHER_MS) this.feed?.wake()
    else
      this.gathering ??= this.desk.clock.after(waitMs, () => {
        this.gathering = undefined
        this.feed?.wake()
      })
  }

  private frames(): Frame[] {
    const { reader, selected, list } = this.seen
    const own = this.desk.agentLists.value(this.agent)
    const heads = [...this.lines].map((department) => this.desk.queueHeads.value(department))
    const closed = [...this.closed].map((key) => this.desk.closedLists.value(key))
    this.noticeStaffed(heads)
    const { language, zone } = reader
    const lists = this.withPages(listsOf(this.agent, list, { own, heads, closed }))
    const shown = { language, zone, selected, list, departments: this.names }
    const viewer = { ...shown, me: this.agent, now: this.desk.clock.now() }
    const base = `${language} ${zone} ${JSON.stringify(list)}`
    const status = own.agent?.status ?? 'off'
    return this.page.bring({ lists, status, viewer, base }, this.shift(own.agent))
  }

  private withPages(lists: Lists): Lists {
    const { visitorPresence } = this.desk
    const shown = [...lists.offers, ...lists.rows, ...lists.line].filter(({ row }) => !isOver(row))
    const visitors = new Set(shown.map(({ row }) => row.visitor))
    visitorPresence.watch(this.others, this.visitors, visitors)
    this.visitors = visitors
    return withPages(lists, (visitor) => visitorPresence.of(visitor))
  }

  private noticeStaffed(heads: readonly QueueHead[]): void {
    const before = this.staffed
    this.staffed = String(heads.map(({ staffed }) => staffed))
    if (before !== null && before !== this.staffed) this.staffingChanged()
  }

  private shift(agent: AgentRow | undefined): Frame[] {
    const figures = `${agent?.status} ${agent?.load} ${agent?.settings.capacity}`
    if (!agent || figures === this.figures) return []
    this.figures = figures
    const { language } = this.seen.reader
    return [
      frameOf(
        <Swap id="shift">
          <StatusSwitch language={language} agent={agent} />
        </Swap>,
      ),
      frameOf(
        <Swap id="banner">
          <Banner language={language} banner={bannerOf(agent)} />
        </Swap>,
      ),
    ]
  }
}
