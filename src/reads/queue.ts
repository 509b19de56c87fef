import { addressOf } from '../../actors/address'
import type { Bus } from '../bus/bus'
import type { Clock, Stop } from '../clock'
import type { Log } from '../log'
import type { Store } from '../store/store'
import type { OnDuty } from './on-duty'
import {
  type InQueue,
  type Place,
  placeIn,
  placeNow,
  type QueueView,
  readQueue,
  unstaffed,
} from './place'
import { type Disposable, RefCounted } from './ref-counted'

type Desk = { store: Store; bus: Bus; clock: Clock; log: Log; onDuty: OnDuty }

/** How often a line is read at most, ms. */
export const REFRESH_MS = 250
const RETRY_MS = 2_000

/** Who waits in a line and wants to know when their place changes. */
export interface Waiting {
  readonly conversation: string
  moved(): void
}

/**
 * The line of one department, and whether anybody there is on duty, shared by everybody on this
 * node who waits in it: read once when it changes, at most every `REFRESH_MS`, however many
 * wait. Those at the front hear of a step at once, those further back a little later: place 812 is
 * old news in any case, and a long line must not make the desk slow for all.
 */
class Line implements Disposable<Waiting> {
  private readonly department: string
  private readonly desk: Desk
  private readonly unsubscribe: () => void
  private readonly waiting = new Map<
    Waiting,
    { place: number; language: string; staffed: boolean; shut: boolean; at: number }
  >()
  private places = new Map<string, number>()
  private queue: QueueView = unstaffed
  private planned: Stop | undefined
  private readAt = 0
  private dirty = true
  private reading: Promise<void> | null = null

  constructor(department: string, desk: Desk) {
    this.department = department
    this.desk = desk
    this.unsubscribe = desk.bus.subscribe(addressOf('department', department), ({ what }) => {
      if (what === 'line' || what === 'floor') this.invalidate()
    })
  }

  add(waiting: Waiting): void {
    this.waiting.set(waiting, { place: 0, language: '', staffed: false, shut: false, at: 0 })
  }

  remove(waiting: Waiting): boolean {
    this.waiting.delete(waiting)
    if (this.waiting.size > 0) return false
    this.planned?.()
    this.unsubscribe()
    return true
  }

  async place(waiting: Waiting, language: string): Promise<Place> {
    if (this.dirty && !this.places.has(waiting.conversation)) await this.read()
    const place = this.places.get(waiting.conversation) ?? 0
    const at = this.desk.clock.ticks()
    const { isFor, shut } = this.queue
    const told = { place, language, staffed: isFor(language), shut: shut !== null, at }
    this.waiting.set(waiting, told)
    return placeIn(this.queue, place, { language, now: this.desk.clock.now() })
  }

  /** The line may have changed: read it, unless it was read just now; then a little later. */
  invalidate(): void {
    this.dirty = true
    this.plan(Math.max(0, this.readAt + REFRESH_MS - this.desk.clock.ticks()))
  }

  private plan(waitMs: number): void {
    this.planned ??= this.desk.clock.after(waitMs, () => {
      this.planned = undefined
      this.step().catch((problem) => {
        this.desk.log.warn('line cannot be read', { department: this.department, problem })
        this.plan(RETRY_MS)
      })
    })
  }

  private async step(): Promise<void> {
    if (this.dirty) await this.read()
    const later = this.tell()
    // It may have rung again while a slow store was read.
    if (later || this.dirty) this.plan(REFRESH_MS)
  }

  private read(): Promise<void> {
    this.reading ??= this.readOrder().finally(() => {
      this.reading = null
    })
    return this.reading
  }

  private async readOrder(): Promise<void> {
    this.dirty = false
    this.readAt = this.desk.clock.ticks()
    try {
      const { order, queue } = await readQueue(this.desk, this.department)
      this.places = new Map(order.map((conversation, index) => [conversation, index + 1]))
      this.queue = queue
    } catch (error) {
      this.dirty = true
      throw error
    }
  }

  /** Wakes those for whom it changed and who are due; answers whether some are not due. */
  private tell(): boolean {
    const now = this.desk.clock.ticks()
    let later = false
    for (const [waiting, told] of this.waiting) {
      const place = this.places.get(waiting.conversation) ?? 0
      const { isFor, shut } = this.queue
      const isAlike = isFor(told.language) === told.staffed && (shut !== null) === told.shut
      if (place === told.place && isAlike) continue
      if (now - told.at >= staleAfterMs(place)) waiting.moved()
      else later = true
    }
    return later
  }
}

const staleAfterMs = (place: number): number => (place <= 10 ? 0 : place <= 100 ? 1_000 : 5_000)

/** The lines somebody waits in on this node. */
export class Lines extends RefCounted<Waiting, Line> {
  private readonly desk: Desk

  constructor(desk: Desk) {
    super((department) => new Line(department, desk))
    this.desk = desk
  }

  /** Where a conversation stands; for a page that follows its line, out of what is at hand. */
  async placeOf(row: InQueue, waiting?: Waiting): Promise<Place> {
    const line = waiting && this.get(row.department)
    return line ? line.place(waiting, row.language) : placeNow(this.desk, row)
  }

  /** Hints may have been lost: read the lines again. */
  invalidate(): void {
    for (const line of this.values()) line.invalidate()
  }
}
