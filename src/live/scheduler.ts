import type { Clock, Stop } from '../clock'
import type { Ending } from './pipe'

const WHEEL_SLOTS = 15
const SLOT_MS = 1_000
/** How many look at once when something rings, and in each turn of the event loop after that. */
const FIRST_SLICE_TASKS = 16
const SLICE_TASKS = 256
/** Nobody else waits longer than this for those who look, ms; what is left has the next turn. */
const SLICE_MS = 5

/** What the scheduler runs: called when it is ready to look, and once every 15 s. */
export interface Task {
  run(): void
  heartbeat(now: number): void
  end(why: Ending): void
}

/**
 * Runs woken feeds: 16 in the current microtask, then 256 per event-loop turn, so that many rings
 * become one look and no request waits for long. Heartbeats lie on a wheel of 15 slots, one a
 * second: 10,000 idle connections cost one short walk a second and no timer of their own.
 */
export class Scheduler {
  private readonly clock: Clock
  private readonly wheel: Set<Task>[] = Array.from({ length: WHEEL_SLOTS }, () => new Set())
  private queue: Task[] = []
  private at = 0
  private planned = false
  private slot = 0
  private joined = 0
  private beganTicks = 0
  private readonly stop: Stop
  private readonly waited: ((ms: number) => void) | undefined

  /** `waited` hears how long those waited that were served together, ms. */
  constructor(clock: Clock, waited?: (ms: number) => void) {
    this.clock = clock
    this.waited = waited
    this.stop = clock.every(SLOT_MS, () => this.beatSlot())
  }

  /** Lets a feed run soon. A feed says so once until it has run. */
  ready(feed: Task): void {
    this.queue.push(feed)
    if (this.planned) return
    this.planned = true
    this.beganTicks = this.clock.ticks()
    queueMicrotask(() => this.slice(FIRST_SLICE_TASKS))
  }

  join(feed: Task): void {
    this.wheel[this.joined++ % WHEEL_SLOTS]?.add(feed)
  }

  leave(feed: Task): void {
    for (const slot of this.wheel) if (slot.delete(feed)) return
  }

  /** All feeds of this node. */
  *feeds(): Iterable<Task> {
    for (const slot of this.wheel) yield* slot
  }

  get size(): number {
    return this.wheel.reduce((sum, slot) => sum + slot.size, 0)
  }

  close(): void {
    this.stop()
  }

  private slice(most: number): void {
    const until = Math.min(this.queue.length, this.at + most)
    const began = this.clock.ticks()
    while (this.at < until && this.clock.ticks() - began < SLICE_MS) this.queue[this.at++]?.run()
    this.planned = this.at < this.queue.length
    if (this.planned) setImmediate(() => this.slice(SLICE_TASKS))
    else {
      this.queue = []
      this.at = 0
      this.waited?.(this.clock.ticks() - this.beganTicks)
    }
  }

  private beatSlot(): void {
    const now = this.clock.ticks()
    this.slot = (this.slot + 1) % WHEEL_SLOTS
    for (const feed of this.wheel[this.slot] ?? []) feed.heartbeat(now)
  }
}
