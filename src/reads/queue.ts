import { addressOf } from '../../actors/address'
import { contextIn } from '../../actors/current'
import type { DepartmentContext } from '../../actors/department/context'
import { estimate } from '../../actors/department/pace'
import { departmentSettings } from '../../actors/department/settings'
import type { Bus } from '../bus/bus'
import type { Clock, Stop } from '../clock'
import type { Log } from '../log'
import type { Store } from '../store/store'
import type { OnDuty } from './on-duty'
import { type Disposable, RefCounted } from './ref-counted'

type Desk = { store: Store; bus: Bus; clock: Clock; log: Log; onDuty: OnDuty }

/** How often a line is read at most, ms. */
export const REFRESH_MS = 250

/** Who waits in a line and wants to know when his place changes. */
export interface Waiting {
  readonly conversation: string
  moved(): void
}

/**
 * A place in the line, 1 for the next, and what the wait will probably be; null: cannot tell.
 * `attended` while anybody is on duty there; `patience`, in ms, is how long it promises somebody.
 */
export type Place = {
  place: number
  estimate: number | null
  attended: boolean
  patience: number
}

/**
 * The line of one department, and whether anybody there is on duty, shared by everybody on this
 * node who waits in it: read once when it changes, at most every 250 ms, however many wait. Those
 * at the front hear of a step at once, those further back a little later: place 812 is old news in
 * any case, and a long line must not make the desk slow for all.
 */
class Line implements Disposable<Waiting> {
  private readonly department: string
  private readonly desk: Desk
  private readonly unsubscribe: () => void
  private readonly waiting = new Map<Waiting, { place: number; attended: boolean; at: number }>()
  private places = new Map<string, number>()
  private hall: QueueView = empty
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
    this.waiting.set(waiting, { place: 0, attended: false, at: 0 })
  }

  remove(waiting: Waiting): boolean {
    this.waiting.delete(waiting)
    if (this.waiting.size > 0) return false
    this.planned?.()
    this.unsubscribe()
    return true
  }

  /** Where a conversation stands. */
  async place(waiting: Waiting): Promise<Place> {
    if (this.dirty && !this.places.has(waiting.conversation)) await this.read()
    const place = this.places.get(waiting.conversation) ?? 0
    const now = this.desk.clock.now()
    this.waiting.set(waiting, { place, attended: this.hall.attended, at: now })
    return placeIn(this.hall, place, now)
  }

  /** The line may have changed: read it, unless it was read just now; then a little later. */
  invalidate(): void {
    this.dirty = true
    this.plan(Math.max(0, this.readAt + REFRESH_MS - this.desk.clock.now()))
  }

  private plan(wait: number): void {
    this.planned ??= this.desk.clock.after(wait, () => {
      this.planned = undefined
      this.step().catch((problem) => {
        this.desk.log.warn('line cannot be read', { department: this.department, problem })
        this.plan(2000)
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
    this.readAt = this.desk.clock.now()
    try {
      const { order, hall } = await readLine(this.desk, this.department)
      this.places = new Map(order.map((conversation, index) => [conversation, index + 1]))
      this.hall = hall
    } catch (error) {
      this.dirty = true
      throw error
    }
  }

  /** Wakes those for whom it changed and who are due; answers whether some are not due. */
  private tell(): boolean {
    const now = this.desk.clock.now()
    let later = false
    for (const [waiting, told] of this.waiting) {
      const place = this.places.get(waiting.conversation) ?? 0
      if (place === told.place && this.hall.attended === told.attended) continue
      if (now - told.at >= staleAfter(place)) waiting.moved()
      else later = true
    }
    return later
  }
}

const staleAfter = (place: number): number => (place <= 10 ? 0 : place <= 100 ? 1000 : 5000)

/** What a department says of its line as a whole. */
type QueueView = Pick<DepartmentContext, 'intervals' | 'lastTaken' | 'settings'> & {
  attended: boolean
}

const empty: QueueView = {
  intervals: [],
  lastTaken: 0,
  settings: departmentSettings.initial,
  attended: false,
}

/** Who waits, in order, how fast the department says it moves, and whether anybody is there. */
const readLine = async (
  { store, onDuty }: Pick<Desk, 'store' | 'onDuty'>,
  department: string,
): Promise<{ order: readonly string[]; hall: QueueView }> => {
  // While nobody is there no place is told, so neither the order nor the pace need be read.
  if (!(await onDuty.isStaffed(department))) return { order: [], hall: empty }
  const [order, stored] = await Promise.all([
    store.inbox.lineOrder(department),
    store.turns.load(addressOf('department', department)),
  ])
  const context = contextIn('department', stored?.snapshot)
  return { order, hall: { ...empty, ...context, attended: true } }
}

/** `place` is 0 for one who is not in the line: he has just come, or is about to leave it. */
const placeIn = (hall: QueueView, place: number, now: number): Place => ({
  place: Math.max(1, place),
  estimate: place === 0 ? null : estimate(hall.intervals, hall.lastTaken, place, now),
  attended: hall.attended,
  patience: hall.settings.patience,
})

/** Where one conversation stands now, for a page that is not live yet. */
const placeNow = async (
  desk: Pick<Desk, 'store' | 'onDuty' | 'clock'>,
  row: { id: string; department: string },
): Promise<Place> => {
  const { order, hall } = await readLine(desk, row.department)
  return placeIn(hall, order.indexOf(row.id) + 1, desk.clock.now())
}

/** The lines somebody waits in on this node. */
export class Lines extends RefCounted<Waiting, Line> {
  private readonly desk: Desk

  constructor(desk: Desk) {
    super((department) => new Line(department, desk))
    this.desk = desk
  }

  /** Where a conversation stands; for a page that follows its line, out of what is at hand. */
  async placeOf(row: { id: string; department: string }, waiting?: Waiting): Promise<Place> {
    const line = waiting && this.get(row.department)
    return line ? line.place(waiting) : placeNow(this.desk, row)
  }

  /** Hints may have been lost: read the lines again. */
  invalidate(): void {
    for (const line of this.values()) line.invalidate()
  }
}
