import type { Fact } from '../../actors/facts'
import type { Clock } from '../clock'
import { backOff } from '../retry'
import type { RoomRow } from '../store/ports/conversations'
import type { Store } from '../store/store'
import { NewestLines } from './newest-lines'
import type { Disposable } from './ref-counted'
import { isAlike, slimRow } from './room-row'
import { type Line, linesOf } from './transcript-lines'

/** Entries read or heard at once; a feed that is further behind reads more often. */
export const PAGE_ENTRIES = 200
/** How often and how soon is looked again for what was rung for and is not there yet, ms. */
const MOST_MISSES = 12
const missedMs = backOff(10, 2000)

export type Parts = { store: Store; clock: Pick<Clock, 'after'> }

/** Who follows a conversation. */
export interface Follower {
  /** Something changed: look. `fact` is null when nobody knows what. */
  notify(fact: Fact | null): void
}

/**
 * One conversation as the feeds of this node see it: its row and its newest entries, heard
 * once and read once for all who follow it, however many they are.
 */
export class ConversationView implements Disposable<Follower> {
  readonly id: string
  /** Newest seq that anybody claims there is. */
  claimed = 0
  /** How often something may have been missed. */
  invalidations = 1
  /** Grows when the row that was read differs from the one before. */
  rows = 0
  /** Of the actor, when it was last compared with the store. */
  version = -1
  private changes = 1
  /** Which change was read last: the row is current while this equals `changes`. */
  private rowAt = 0
  private readonly parts: Parts
  private readonly followers: Follower[] = []
  private row: RoomRow | undefined
  private reading: { changes: number; row: Promise<RoomRow | undefined> } | null = null
  private readonly newest = new NewestLines()
  private page: { after: number; lines: Promise<Line[]> } | null = null
  /** How often what was claimed was not there, and whether another look is coming. */
  private misses = 0
  private looksAgain = false

  constructor(id: string, parts: Parts) {
    this.id = id
    this.parts = parts
  }

  add(follower: Follower): void {
    this.followers.push(follower)
  }

  remove(follower: Follower): boolean {
    const last = this.followers.pop()
    const at = last === follower ? -1 : this.followers.indexOf(follower)
    if (at >= 0 && last) this.followers[at] = last
    else if (last && last !== follower) this.followers.push(last)
    return this.followers.length === 0
  }

  /**
   * The row as it is now: at once when nothing was rung since it was read. A read that began before
   * the last ring may miss what it rang for: who asks after it is not answered with that one.
   */
  current(): RoomRow | undefined | Promise<RoomRow | undefined> {
    const { changes } = this
    if (this.rowAt === changes) return this.row
    if (this.reading?.changes !== changes) this.reading = { changes, row: this.readRow(changes) }
    return this.reading.row
  }

  /** Lines after a seq in order; at once when they were all heard. */
  after(seq: number): readonly Line[] | Promise<readonly Line[]> {
    const heard = this.newest.after(seq)
    if (heard) return heard
    if (this.page?.after !== seq) this.page = { after: seq, lines: this.readPage(seq) }
    return this.page.lines
  }

  /** Something may have been missed: everybody looks, and reads what they look at. */
  invalidate(): void {
    this.invalidations++
    this.changes++
    this.newest.forget()
    this.page = null
    this.notify(null)
  }

  /** Lets go of what was heard a while ago. Every follower calls it at each of its heartbeats. */
  dropOldLines(now: number): void {
    this.newest.dropOld(now)
  }

  /**
   * The server that this node reads from may not have yet what another has acknowledged and rung
   * for: looks again at once, and then less and less often. What never comes was never written.
   */
  private compare(newest: number, claimed: number): void {
    if (newest >= claimed) this.misses = 0
    else if (this.misses >= MOST_MISSES) {
      this.misses = 0
      this.claimed = Math.max(newest, this.claimed === claimed ? 0 : this.claimed)
    } else if (!this.looksAgain) {
      this.looksAgain = true
      const wait = this.misses === 0 ? 0 : missedMs(this.misses - 1)
      this.misses++
      this.parts.clock.after(wait, () => {
        this.looksAgain = false
        this.page = null
        this.notify(null)
      })
    }
  }

  hear(fact: Fact): void {
    if (fact.what === 'state') this.changes++
    if (fact.what === 'said') this.hearEntry(fact)
    if (fact.what === 'seen') this.hearSeen(fact)
    this.notify(fact)
  }

  private hearEntry(fact: Fact): void {
    this.claimed = Math.max(this.claimed, fact.seq ?? this.claimed + 1)
    this.page = null
    this.newest.hear(fact)
  }

  /** How far somebody has read is all that has changed of the row. */
  private hearSeen({ by, seq }: Fact): void {
    if (this.row === undefined || this.rowAt !== this.changes) this.changes++
    else if (by === 'agent') this.row.seenByAgent = Math.max(this.row.seenByAgent, seq ?? 0)
    else this.row.seenByVisitor = Math.max(this.row.seenByVisitor, seq ?? 0)
  }

  private notify(fact: Fact | null): void {
    for (const follower of this.followers) follower.notify(fact)
  }

  private async readRow(changes: number): Promise<RoomRow | undefined> {
    try {
      const row = await this.parts.store.conversations.find(this.id)
      if (changes < this.rowAt) return this.row
      if (!isAlike(row, this.row)) this.rows++
      this.row = row && slimRow(row, this.id)
      this.rowAt = changes
      return this.row
    } finally {
      if (this.reading?.changes === changes) this.reading = null
    }
  }

  private async readPage(after: number): Promise<Line[]> {
    const page = () => this.page?.after === after
    const { claimed } = this
    try {
      const { transcripts } = this.parts.store
      const read = await transcripts.after(this.id, after, PAGE_ENTRIES)
      const lines = await linesOf(transcripts, read)
      if (lines.length < PAGE_ENTRIES) this.compare(lines.at(-1)?.seq ?? after, claimed)
      // Read to the end, and nothing rang meanwhile. They are kept only when several followers
      // share them: thousands are alone, and a single follower already has them.
      const isEnd = lines.length < PAGE_ENTRIES && page()
      if (isEnd && this.followers.length > 1) this.newest.keep(lines)
      return lines
    } finally {
      if (page()) this.page = null
    }
  }
}
