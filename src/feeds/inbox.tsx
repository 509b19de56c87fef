import type { Staff } from '../../actors/people'
import type { AgentRow } from '../../actors/summary'
import { languageOf } from '../../views/words/language'
import type { Calls, DepartmentNames, List } from '../../views/workbench/inbox/lists'
import type { Source, Woken } from '../live/feed'
import type { Frame, Pipe } from '../live/pipe'
import { allows } from '../policies/permissions'
import { closedKey } from '../reads/closed-lists'
import { departmentsOf, namesFor } from '../reads/department-names'
import { promiseAny } from '../reads/departments'
import type { Reader } from '../reads/entries'
import { filterFor, foundKey, isFound } from '../reads/found-lists'
import { type Lists, listsOf, visitorsOf, withPages } from '../reads/inbox'
import { mentionedReader, mentionsKey } from '../reads/mention-lists'
import type { QueueHead } from '../reads/queue-head'
import type { QueueWatcher } from '../reads/queue-heads'
import { depthOf, stretchesOf, stretchKey } from '../reads/queue-stretch'
import type { Watcher } from '../reads/shared-reads'
import type { FeedDesk } from './desk'
import { InboxPage } from './inbox/page'
import { shiftFrames } from './inbox/shift'

/** What changes in lines is brought to one page ten times a second at most, ms between. */
const GATHER_MS = 100

const noCalls: Calls = new Map()

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
  /** Of lines whose length alone it shows. */
  private readonly lengths: QueueWatcher
  /** The lines and closed lists it looks at. */
  private readonly lines = new Map<string, QueueWatcher>()
  private readonly closed = new Set<string>()
  /** What it looks for, where its list is looked for. */
  private found: string | null = null
  /** Where they are called by name. */
  private mentions: string | null = null
  private names: DepartmentNames = {}
  /** Whether a department that they see promises something within a time. */
  private promises = false
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
    this.lengths = { depth: 0, moved: () => this.gather() }
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
    this.broughtAt = this.desk.clock.ticks()
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

  onHeartbeat(): void {
    this.desk.queueHeads.expire(this.desk.clock.now())
  }

  close(): void {
    this.isOver = true
    this.gathering?.()
    this.desk.agentLists.leave(this.agent, this)
    this.desk.visitorPresence.watch(this.others, this.visitors, new Set())
    for (const [key, watcher] of this.lines) this.desk.queueHeads.leave(key, watcher)
    for (const key of this.closed) this.desk.closedLists.leave(key, this.others)
    if (this.found !== null) this.desk.foundLists.leave(this.found, this.others)
    if (this.mentions !== null) this.desk.mentionLists.leave(this.mentions, this.lengths)
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
    const { agentLists, queueHeads, closedLists, foundLists, mentionLists } = this.desk
    const departments = await departmentsOf(this.desk, this.staff())
    this.names = await namesFor(this.desk, departments)
    this.promises = await promiseAny(this.desk.departments, departments)
    if (this.isOver) return
    for (const { depth, ...stretch } of stretchesOf(this.seen.list, departments))
      this.lookAtLine(stretchKey(stretch), depth > 0 ? this.others : this.lengths)
    await this.followMentions()
    if (isFound(this.seen.list)) await this.lookFor()
    else if (this.seen.list.view === 'closed')
      for (const department of departments) this.lookAtClosed(closedKey(department, this.seen.list))
    await Promise.all([
      agentLists.ready([this.agent]),
      queueHeads.ready([...this.lines.keys()]),
      closedLists.ready([...this.closed]),
      foundLists.ready(this.found === null ? [] : [this.found]),
      mentionLists.ready(this.mentions === null ? [] : [this.mentions]),
    ])
  }

  private lookAtLine(key: string, watcher: QueueWatcher): void {
    if (this.lines.has(key)) return
    this.lines.set(key, watcher)
    this.desk.queueHeads.join(key, watcher)
  }

  private lookAtClosed(key: string): void {
    if (this.closed.has(key)) return
    this.closed.add(key)
    this.desk.closedLists.join(key, this.others)
  }

  private async followMentions(): Promise<void> {
    const key = mentionsKey(await mentionedReader(this.desk, this.staff()))
    if (this.isOver || key === this.mentions) return
    if (this.mentions !== null) this.desk.mentionLists.leave(this.mentions, this.lengths)
    this.mentions = key
    this.desk.mentionLists.join(key, this.lengths)
  }

  private async lookFor(): Promise<void> {
    const { list } = this.seen
    const filter = await filterFor(this.desk, this.staff(), list)
    const key = foundKey({ filter, until: list.until })
    if (this.isOver || key === this.found) return
    if (this.found !== null) this.desk.foundLists.leave(this.found, this.others)
    this.found = key
    this.desk.foundLists.join(key, this.others)
  }

  /** Lines of many departments may change, each for itself: what comes of it is brought in one. */
  private gather(): void {
    this.changed = true
    const waitMs = this.broughtAt + GATHER_MS - this.desk.clock.ticks()
    if (waitMs <= 0) this.feed?.wake()
    else
      this.gathering ??= this.desk.clock.after(waitMs, () => {
        this.gathering = undefined
        this.feed?.wake()
      })
  }

  private frames(): Frame[] {
    const { reader, selected, list } = this.seen
    const own = this.desk.agentLists.value(this.agent)
    const heads = [...this.lines.keys()].map((key) => this.desk.queueHeads.value(key))
    const closed = [...this.closed].map((key) => this.desk.closedLists.value(key))
    const found = this.found === null ? null : this.desk.foundLists.value(this.found)
    const mentions = this.mentions === null ? noCalls : this.desk.mentionLists.value(this.mentions)
    this.noticeStaffed(heads)
    const { zone } = reader
    const language = languageOf(reader.language)
    const parts = { own, heads, closed, found, mentions, promises: this.promises }
    const lists = this.withPages(listsOf(this.agent, list, parts))
    const selects = allows(this.staff(), 'conversations.bulk')
    const shown = { language, zone, selected, list, departments: this.names, selects }
    const viewer = {
      ...shown,
      ...{ me: this.agent, mentions: lists.mentions, now: this.desk.clock.now() },
    }
    const base = `${language} ${zone} ${JSON.stringify(list)}${selects ? ' selects' : ''}`
    const status = own.agent?.status ?? 'off'
    return this.page.bring({ lists, status, viewer, base }, this.shift(own.agent))
  }

  private withPages(lists: Lists): Lists {
    const { visitorPresence } = this.desk
    const visitors = visitorsOf(lists)
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
    const figures = `${agent?.status} ${agent?.awayFor} ${agent?.load} ${agent?.settings.capacity}`
    if (!agent || figures === this.figures) return []
    this.figures = figures
    return shiftFrames(agent, languageOf(this.seen.reader.language))
  }
}
