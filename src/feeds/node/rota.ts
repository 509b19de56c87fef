import type { Clock } from '../../clock'
import type { Ending } from '../pipe'

const BEAT = 15
/** How many look at once when something rings, and in each turn of the event loop after that. */
const FIRST = 16
const SLICE = 256

/** What the rota turns: called when it is ready to look, and once every 15 s. */
export interface Turned {
  run(): void
  beat(now: number): void
  end(why: Ending): void
}

/**
 * Gives every feed of this node its turns. Those that have something to look at run as soon as
 * the current work is done, the first few at once and a large audience in slices, so that many
 * rings become one look and no request waits for long. Heartbeats lie on a wheel of 15 slots, one a second, so
 * that 10,000 idle connections cost one short walk a second and no timer of their own.
 */
export class Rota {
  private readonly clock: Clock
  private readonly wheel: Set<Turned>[] = Array.from({ length: BEAT }, () => new Set())
  private queue: Turned[] = []
  private at = 0
  private planned = false
  private slot = 0
  private joined = 0
  private readonly second: Timer

  constructor(clock: Clock) {
    this.clock = clock
    this.second = setInterval(() => this.turn(), 1000)
    this.second.unref?.()
  }

  /** Lets a feed run soon. A feed says so once until it has run. */
  ready(feed: Turned): void {
    this.queue.push(feed)
    if (this.planned) return
    this.planned = true
    queueMicrotask(() => this.slice(FIRST))
  }

  join(feed: Turned): void {
    this.wheel[this.joined++ % BEAT]?.add(feed)
  }

  leave(feed: Turned): void {
    for (const slot of this.wheel) if (slot.delete(feed)) return
  }

  /** All feeds of this node. */
  *feeds(): Iterable<Turned> {
    for (const slot of this.wheel) yield* slot
  }

  get size(): number {
    return this.wheel.reduce((sum, slot) => sum + slot.size, 0)
  }

  close(): void {
    clearInterval(this.second)
  }

  private slice(most: number): void {
    const until = Math.min(this.queue.length, this.at + most)
    while (this.at < until) this.queue[this.at++]?.run()
    this.planned = this.at < this.queue.length
    if (this.planned) setImmediate(() => this.slice(SLICE))
    else {
      this.queue = []
      this.at = 0
    }
  }

  private turn(): void {
    const now = this.clock.now()
    this.slot = (this.slot + 1) % BEAT
    for (const feed of this.wheel[this.slot] ?? []) feed.beat(now)
  }
}
