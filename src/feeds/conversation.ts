import type { Notice } from '../../actors/entry'
import type { Fact } from '../../actors/facts'
import type { ConversationRow } from '../../actors/summary'
import { inOrder, type Source, type Woken } from '../live/feed'
import type { Ending, Frame, Pipe } from '../live/pipe'
import { type ConversationView, type Follower, PAGE_ENTRIES } from '../reads/conversation-view'
import type { Reader } from '../reads/entries'
import { hasLeft, isFor } from '../reads/entries'
import { type Line, linesOf } from '../reads/transcript-lines'
import type { RoomRow } from '../store/ports/conversations'
import type { FeedDesk } from './desk'
import { OtherSide } from './other-side'

/** How many entries a page gets whose cursor says nothing. */
const RESYNC_ENTRIES = 50

export type ConversationSeen = {
  conversation: string
  /** Newest seq the page shows; null for one that makes no sense: it is sent anew. */
  after: number | null
  reader: Reader
}

/**
 * One conversation as a page follows it: its entries after the page's own cursor, who types,
 * and what stands around them. A visitor's and an agent's differ in what is around.
 */
export abstract class ConversationSource implements Source, Follower {
  protected readonly desk: FeedDesk
  protected readonly reader: Reader
  private readonly otherSide: OtherSide
  protected row: RoomRow | undefined
  readonly conversation: string
  private feed: Woken | null = null
  private followed: ConversationView | null = null
  /** Newest seq looked at, and newest one on the page: some entries are for colleagues only. */
  private cursor: number | null
  private shown: number
  private begun = false
  private invalidations = 0
  private rowShown = 0
  private unsettled = true
  /** Whether the page says that it cannot go on. */
  private parked = false

  constructor(seen: ConversationSeen, desk: FeedDesk) {
    this.desk = desk
    this.reader = seen.reader
    this.otherSide = new OtherSide(seen.reader)
    this.cursor = seen.after
    this.shown = seen.after ?? 0
    this.conversation = seen.conversation
  }

  open(feed: Woken): void {
    this.feed = feed
    this.followed = this.desk.conversations.join(this.conversation, this)
  }

  ends(): Ending | null | Promise<Ending | null> {
    const row = this.watched.current()
    return row instanceof Promise ? row.then((read) => this.judge(read)) : this.judge(row)
  }

  look(pipe: Pipe): Promise<void> | undefined {
    const typing = sendIfAny(pipe, this.otherSide.typingNews(this.row))
    const brought = inOrder(typing, () => (this.begun ? this.sendNew(pipe) : this.begin(pipe)))
    const seen = inOrder(brought, () => sendIfAny(pipe, this.otherSide.seenNews(this.row)))
    return inOrder(seen, () => (this.isUnsettled() ? this.sendAround(pipe) : undefined))
  }

  /** Something rang: is it news to this page? */
  notify(fact: Fact | null): void {
    if (fact && this.isNoNews(fact)) return
    if (fact?.what === 'typing' || fact?.what === 'paused') {
      if (this.otherSide.isOwn(fact)) return
      this.otherSide.hearTyping(fact)
    }
    if (fact?.what === 'seen' && this.otherSide.isOwn(fact)) return
    // It is set aside, or goes on again; what is said in it says so too.
    if ((this.parked || fact?.what === 'state') && this.parked !== this.isParked())
      this.unsettled = true
    this.feed?.wake()
  }

  /** What is between colleagues is no news to a visitor. */
  protected isNoNews({ what, inside }: Fact): boolean {
    return what === 'looking' || what === 'sneakPeek' || what === 'scheduled' || inside === true
  }

  protected wake(): void {
    this.feed?.wake()
  }

  /** What stands around the transcript has changed for another reason than the row. */
  moved(): void {
    this.unsettled = true
    this.feed?.wake()
  }

  get upTo(): number {
    return this.shown
  }

  onHeartbeat(now: number): void {
    this.watched.dropOldLines(now)
  }

  close(): void {
    if (this.followed) this.desk.conversations.leave(this.conversation, this)
    this.followed = null
  }

  protected abstract mayWatch(row: ConversationRow): boolean
  /** What is around the transcript now, as frames; only what differs from what the page has. */
  protected abstract around(row: RoomRow): Promise<Frame[]>

  /** The desk said something in it: what is around may have changed with it. */
  protected noticed(_notice: Notice): void {
    this.unsettled = true
  }

  /** Whether it cannot go on; asked once for each time that what is around is drawn. */
  protected isStuck(): boolean {
    this.parked = this.isParked()
    return this.parked
  }

  private isParked(): boolean {
    return this.desk.isParked(this.conversation)
  }

  /** What is followed, from `open` on. */
  private get watched(): ConversationView {
    this.followed ??= this.desk.conversations.join(this.conversation, this)
    return this.followed
  }

  private judge(row: RoomRow | undefined): Ending | null {
    this.row = row
    return row !== undefined && this.mayWatch(row) ? null : 'forbidden'
  }

  /** The first look: the page's cursor must be an entry that exists, else it starts anew. */
  private async begin(pipe: Pipe): Promise<void> {
    const cursor = this.cursor
    this.invalidations = this.watched.invalidations
    const [own, ...rest] = cursor ? await this.watched.after(cursor - 1) : []
    if (cursor === null || (cursor > 0 && own?.seq !== cursor)) await this.startAnew(pipe)
    else if (cursor > 0) await this.send(pipe, rest, rest.length + 1 >= PAGE_ENTRIES)
    else await this.send(pipe, await this.watched.after(0))
    this.begun = true
  }

  private async startAnew(pipe: Pipe): Promise<void> {
    const { transcripts } = this.desk.store
    const last = await transcripts.last(this.watched.id, RESYNC_ENTRIES)
    pipe.tell('resync')
    this.cursor = 0
    this.shown = 0
    await this.send(pipe, await linesOf(transcripts, last))
  }

  private sendNew(pipe: Pipe): Promise<void> | undefined {
    const { watched, cursor } = this
    if (watched.claimed <= (cursor ?? 0) && this.invalidations === watched.invalidations)
      return undefined
    const invalidations = watched.invalidations
    const lines = watched.after(cursor ?? 0)
    if (!(lines instanceof Promise)) return this.send(pipe, lines)
    return lines.then((read) => {
      this.invalidations = invalidations
      return this.send(pipe, read)
    })
  }

  private send(
    pipe: Pipe,
    lines: readonly Line[],
    more = lines.length >= PAGE_ENTRIES,
  ): Promise<void> | undefined {
    const newest = lines.at(-1)
    if (newest === undefined) return undefined
    const frames: Frame[] = []
    for (const { seq, entry, isChange } of lines) {
      if (entry.body.kind === 'notice') this.noticed(entry.body.notice)
      if (!isFor(this.reader.audience, entry)) {
        if (!isChange || !hasLeft(entry)) continue
        frames.push(this.desk.entries.gone(entry, this.shown, seq))
        this.shown = seq
        continue
      }
      const isAnswer = entry.by !== 'desk' && !isChange && !this.otherSide.isOwn(entry)
      if (isAnswer) this.otherSide.answered(seq)
      frames.push(this.desk.entries.frame(entry, this.reader, this.shown, seq))
      this.shown = seq
    }
    this.cursor = newest.seq
    if (more) this.goOn()
    // Of what is not for them they notice nothing: who types goes on typing.
    if (frames.length === 0) return undefined
    const typingEnd = this.otherSide.typingEnd()
    if (typingEnd) frames.push(typingEnd)
    return pipe.push(frames)
  }

  /** There is more than one page: the next look reads on, when this one was taken. */
  private goOn(): void {
    this.invalidations = 0
    this.feed?.wake()
  }

  private isUnsettled(): boolean {
    return this.unsettled || this.rowShown !== this.watched.rows
  }

  private async sendAround(pipe: Pipe): Promise<void> {
    const { row } = this
    if (!row) return
    this.unsettled = false
    this.rowShown = this.watched.rows
    try {
      await pipe.push(await this.around(row))
    } catch (error) {
      this.unsettled = true
      throw error
    }
  }
}

const sendIfAny = (pipe: Pipe, frame: Frame | null): Promise<void> | undefined =>
  frame ? pipe.push([frame]) : undefined
