import { type Address, addressOf } from '../../actors/address'
import type { Fact } from '../../actors/facts'
import type { Staff } from '../../actors/people'
import { isOver } from '../../actors/summary'
import { Swap } from '../../views/live'
import { Banner } from '../../views/workbench/banner'
import { InboxList } from '../../views/workbench/inbox/list'
import type { List, Row } from '../../views/workbench/inbox/lists'
import { InboxRow } from '../../views/workbench/inbox/row'
import { namesakes } from '../../views/workbench/name'
import { StatusSwitch } from '../../views/workbench/shift'
import type { Source, Woken } from '../live/feed'
import { type Frame, frameOf, type Pipe } from '../live/pipe'
import type { Reader } from '../reads/entries'
import { bannerOf, departmentsOf, isOffer, type Lists, namesOf, readLists } from '../reads/inbox'
import { staffedOf, withQueueStatus } from '../reads/queue-status'
import type { FeedDesk } from './desk'

/** How long rings about the line are gathered before the list is drawn again, ms. */
const GATHER_MS = 300

export type InboxSeen = { reader: Reader; list: List; selected: string | null }

/** Where a row stands in what the page shows. */
type Spot = 'offers' | 'rows' | 'line' | 'closed'

/**
 * An agent's lists. A message in one of his conversations redraws that one row; only what adds,
 * removes or reorders rows redraws the list, and rings about the line are gathered for it.
 */
export class InboxSource implements Source {
  private readonly desk: FeedDesk
  private readonly staff: () => Staff
  private readonly seen: InboxSeen
  private feed: Woken | null = null
  private closed = false
  /** What it hears, by topic. */
  private readonly hears = new Map<Address, () => void>()
  private readonly rows = new Set<string>()
  private alike: ReadonlySet<string> = new Set()
  private shown = new Map<string, { spot: Spot; place: number | undefined }>()
  private all = true
  private shift = true
  private figures = ''
  private gathering: (() => void) | undefined
  /** A floor changed; where anybody was on duty when the marks were drawn, and until when they hold. */
  private floor = false
  private staffed: string | null = null
  private until = Number.POSITIVE_INFINITY
  private readonly stood: () => void

  /** `stood` is called when somebody is on duty where nobody was, or nobody any longer. */
  constructor(staff: () => Staff, seen: InboxSeen, desk: FeedDesk, stood: () => void) {
    this.stood = stood
    this.staff = staff
    this.seen = seen
    this.desk = desk
  }

  open(feed: Woken): void {
    this.feed = feed
    this.hear(addressOf('agent', this.staff().id))
  }

  ends(): null {
    return null
  }

  look(pipe: Pipe): Promise<void> | undefined {
    return this.all || this.shift || this.floor || this.rows.size > 0 ? this.bring(pipe) : undefined
  }

  /** Something may have been missed. */
  invalidate(): void {
    this.all = true
    this.shift = true
    this.feed?.wake()
  }

  onHeartbeat(now: number): void {
    if (now >= this.until) this.invalidate()
  }

  close(): void {
    this.closed = true
    this.gathering?.()
    for (const leave of this.hears.values()) leave()
  }

  private hear(topic: Address): void {
    if (this.closed || this.hears.has(topic)) return
    this.hears.set(
      topic,
      this.desk.bus.subscribe(topic, (fact) => this.heard(fact)),
    )
  }

  /** Departments may have come since. */
  private async hearLines(): Promise<void> {
    const departments = await departmentsOf(this.desk, this.staff())
    for (const id of departments) this.hear(addressOf('department', id))
  }

  private heard({ what, conversation }: Fact): void {
    if (what === 'floor') {
      this.floor = true
      this.gather()
    }
    if (what === 'line') this.heardOf('line', conversation)
    if (what === 'closed' && this.seen.list.view === 'closed') this.heardOf('closed', conversation)
    if (what === 'state') this.shift = true
    if (what === 'row' && conversation) this.rows.add(conversation)
    if (what === 'state' || what === 'row') this.feed?.wake()
  }

  /** A department's line, or what is closed there, changed: one row if it stands there already. */
  private heardOf(spot: 'line' | 'closed', conversation: string | undefined): void {
    if (conversation && this.shown.get(conversation)?.spot === spot) this.rows.add(conversation)
    else this.all = true
    this.gather()
  }

  private gather(): void {
    this.gathering ??= this.desk.clock.after(GATHER_MS, () => {
      this.gathering = undefined
      this.feed?.wake()
    })
  }

  private async bring(pipe: Pipe): Promise<void> {
    const rows = [...this.rows]
    const { shift, floor } = this
    let { all } = this
    this.rows.clear()
    this.all = false
    this.shift = false
    this.floor = false
    try {
      if (all) await this.hearLines()
      if ((all || floor) && (await this.isStaffedOtherwise())) all = true
      const frames = shift ? await this.shiftFrames() : []
      await pipe.push([...frames, ...(await this.listFrames(all ? null : rows))])
    } catch (error) {
      this.all ||= all || rows.length > 0
      this.shift ||= shift
      this.floor ||= floor
      throw error
    }
  }

  /** Whether the marks of the line may have changed since they were drawn. */
  private async isStaffedOtherwise(): Promise<boolean> {
    const before = this.staffed
    this.staffed = await staffedOf(this.desk, await departmentsOf(this.desk, this.staff()))
    if (before === null || before === this.staffed) return false
    this.stood()
    return true
  }

  private async shiftFrames(): Promise<Frame[]> {
    const agent = await this.desk.store.inbox.agent(this.staff().id)
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

  /** Single rows where each stays in its place; else, and for `null`, the whole list. */
  private async listFrames(rows: readonly string[] | null): Promise<Frame[]> {
    if (rows === null) return this.whole()
    const frames: Frame[] = []
    for (const id of rows) {
      const row = await this.desk.store.inbox.row(id)
      const known = this.shown.get(id)
      const spot = row && this.spotOf(row)
      if (!row || !spot || known?.spot !== spot) {
        if (known || spot) return this.whole()
      } else if (spot === 'offers') return this.whole()
      else frames.push(await this.row({ ...row, place: known.place }))
    }
    return frames
  }

  private spotOf(row: Row): Spot | undefined {
    const me = this.staff().id
    if (isOffer(row, me)) return 'offers'
    if (row.state === 'active') return row.agent === me ? 'rows' : undefined
    if (isOver(row)) return this.seen.list.view === 'closed' ? 'closed' : undefined
    return 'line'
  }

  private async whole(): Promise<Frame[]> {
    const lists = await readLists(this.desk, this.staff(), this.seen.list)
    this.remember(lists)
    const status = (await this.desk.store.inbox.agent(this.staff().id))?.status ?? 'off'
    return [
      frameOf(
        <Swap id="inbox">
          <InboxList {...this.eyes()} {...lists} status={status} />
        </Swap>,
      ),
    ]
  }

  private remember(lists: Lists): void {
    const { offers, rows, line } = lists
    const { view } = lists.list
    this.shown = new Map()
    this.until = lists.until
    const own = view === 'mine' ? 'rows' : view
    this.alike = namesakes(lists)
    for (const { row } of offers) this.shown.set(row.id, { spot: 'offers', place: undefined })
    for (const { id, place } of rows) this.shown.set(id, { spot: own, place })
    for (const { id, place } of line) this.shown.set(id, { spot: 'line', place })
  }

  private async row(row: Row): Promise<Frame> {
    const departments = await namesOf(this.desk)
    const { rows, until } = await withQueueStatus(this.desk, [row])
    this.until = Math.min(this.until, until)
    return frameOf(
      <Swap id={`c-${row.id}`}>
        <InboxRow
          {...this.eyes()}
          departments={departments}
          row={rows[0] ?? row}
          alike={this.alike}
        />
      </Swap>,
    )
  }

  private eyes() {
    const { reader, selected, list } = this.seen
    const { language, zone } = reader
    return { language, zone, selected, list, now: this.desk.clock.now(), me: this.staff().id }
  }
}
