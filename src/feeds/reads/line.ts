import { addressOf } from '../../../actors/address'
import type { DepartmentContext } from '../../../actors/department/context'
import { estimate } from '../../../actors/department/pace'
import type { Bus } from '../../bus/bus'
import type { Clock } from '../../clock'
import type { Log } from '../../log'
import type { Store } from '../../store/store'
import { type InCommon, Shared } from '../node/shared'

/** How often a line is read at most, ms. */
export const REFRESH = 250

/** Who waits in a line and wants to know when his place changes. */
export interface Waiting {
  readonly conversation: string
  moved(): void
}

/** A place in the line, 1 for the next, and what the wait will probably be; null: cannot tell. */
export type Place = { place: number; estimate: number | null }

/**
 * The line of one department, shared by everybody on this node who waits in it: one query when
 * it changes, at most every 250 ms, however many wait. Those at the front hear of a step at
 * once, those further back a little later: place 812 is old news in any case, and a long line
 * must not make the desk slow for all.
 */
class Line implements InCommon<Waiting> {
  private readonly department: string
  private readonly store: Store
  private readonly clock: Clock
  private readonly log: Log
  private readonly unsubscribe: () => void
  private readonly waiting = new Map<Waiting, { place: number; at: number }>()
  private places = new Map<string, number>()
  private pace: Pace = { intervals: [], lastTaken: 0 }
  private timer: Timer | undefined
  private readAt = 0
  private dirty = true
  private reading: Promise<void> | null = null

  constructor(department: string, desk: { store: Store; bus: Bus; clock: Clock; log: Log }) {
    this.department = department
    this.store = desk.store
    this.clock = desk.clock
    this.log = desk.log
    this.unsubscribe = desk.bus.subscribe(addressOf('department', department), ({ what }) => {
      if (what === 'line') this.doubt()
    })
  }

  add(waiting: Waiting): void {
    this.waiting.set(waiting, { place: 0, at: 0 })
  }

  remove(waiting: Waiting): boolean {
    this.waiting.delete(waiting)
    if (this.waiting.size > 0) return false
    clearTimeout(this.timer)
    this.unsubscribe()
    return true
  }

  /** Where a conversation stands; null when it is not in this line. */
  async place(waiting: Waiting): Promise<Place | null> {
    if (this.dirty && !this.places.has(waiting.conversation)) await this.read()
    const place = this.places.get(waiting.conversation)
    this.waiting.set(waiting, { place: place ?? 0, at: this.clock.now() })
    return place === undefined ? null : { place, estimate: this.estimate(place) }
  }

  /** The line may have changed: read it, unless it was read just now; then a little later. */
  doubt(): void {
    this.dirty = true
    this.plan(Math.max(0, this.readAt + REFRESH - this.clock.now()))
  }

  private plan(wait: number): void {
    this.timer ??= setTimeout(() => {
      this.timer = undefined
      this.step().catch((problem) => {
        this.log.warn('line cannot be read', { department: this.department, problem })
        this.plan(2000)
      })
    }, wait)
  }

  private async step(): Promise<void> {
    if (this.dirty) await this.read()
    if (this.tell()) this.plan(REFRESH)
  }

  private read(): Promise<void> {
    this.reading ??= this.readOrder().finally(() => {
      this.reading = null
    })
    return this.reading
  }

  private async readOrder(): Promise<void> {
    this.dirty = false
    this.readAt = this.clock.now()
    try {
      const { order, pace } = await readLine(this.store, this.department)
      this.places = new Map(order.map((conversation, index) => [conversation, index + 1]))
      this.pace = pace
    } catch (error) {
      this.dirty = true
      throw error
    }
  }

  /** Wakes those whose place changed and is due to be told; answers whether some are not due. */
  private tell(): boolean {
    const now = this.clock.now()
    let later = false
    for (const [waiting, told] of this.waiting) {
      const place = this.places.get(waiting.conversation) ?? 0
      if (place === told.place) continue
      if (now - told.at >= patience(place)) waiting.moved()
      else later = true
    }
    return later
  }

  private estimate(place: number): number | null {
    return estimate(this.pace.intervals, this.pace.lastTaken, place, this.clock.now())
  }
}

const patience = (place: number): number => (place <= 10 ? 0 : place <= 100 ? 1000 : 5000)

type Pace = Pick<DepartmentContext, 'intervals' | 'lastTaken'>

/** Who waits, in order, and how fast the line has moved by the department's own count. */
const readLine = async (store: Store, department: string) => {
  const [order, stored] = await Promise.all([
    store.inbox.lineOrder(department),
    store.turns.load(addressOf('department', department)),
  ])
  const pace = stored ? (stored.snapshot.context as Pace) : { intervals: [], lastTaken: 0 }
  return { order, pace }
}

/** Where one conversation stands now, for a page that is not live yet. */
export const placeNow = async (
  desk: { store: Store; clock: Clock },
  row: { id: string; department: string },
): Promise<Place | null> => {
  const { order, pace } = await readLine(desk.store, row.department)
  const place = order.indexOf(row.id) + 1
  if (place === 0) return null
  return { place, estimate: estimate(pace.intervals, pace.lastTaken, place, desk.clock.now()) }
}

/** The lines somebody waits in on this node. */
export class Lines extends Shared<Waiting, Line> {
  constructor(desk: { store: Store; bus: Bus; clock: Clock; log: Log }) {
    super((department) => new Line(department, desk))
  }

  /** Where somebody stands who joined; null when he is not in this line. */
  async place(department: string, waiting: Waiting): Promise<Place | null> {
    return (await this.get(department)?.place(waiting)) ?? null
  }

  /** Hints may have been lost: read the lines again. */
  doubt(): void {
    for (const line of this.values()) line.doubt()
  }
}
