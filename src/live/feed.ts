import type { Clock, Stop } from '../clock'
import type { Log } from '../log'
import { backOff } from '../retry'
import type { Ending, Pipe, Writer } from './pipe'
import { spread } from './pipe'
import type { Scheduler, Task } from './scheduler'

/** How long a connection lives before the page opens a new one, ms: no stream is for ever. */
export const LIFETIME_MS = 30 * 60_000
/** When a page that was sent away comes back: another node may have to start first. */
const AFTER_DRAIN = { fromMs: 1_000, toMs: 6_000 }
const SOON = { fromMs: 300, toMs: 1_500 }
/** How long a feed that could not read rests at least before it looks again, ms. */
const restMs = backOff(500, 8000)

/** What one page shows live: where news of it comes from, and how it is read and rendered. */
export interface Source {
  /** Begins to listen, and wakes the feed for every reason to look. Comes before the first look. */
  open(feed: Woken): void
  /** Why it must end: what the reader may see has changed. Null mostly. Asked before every look. */
  ends(): Ending | null | Promise<Ending | null>
  /**
   * Brings the page up to date: reads after its own cursor, renders, and waits while the
   * reader is slow. May throw `Unavailable`: it is tried again and nothing is skipped.
   */
  look(pipe: Pipe): Promise<void> | undefined
  /** Newest seq sent, so that a page can tell that something got lost on its way. */
  readonly upTo?: number
  /** Every 15 s: room to let go of what is not needed. */
  onHeartbeat?(now: number): void
  close(): void
}

/** What a live connection needs of its node. */
export type LiveDesk = {
  scheduler: Scheduler
  log: Log
  clock: Clock
  /** 1, 2, 3 …: for what is to be spread. */
  nth(): number
}

/** What must be undone when a connection has closed. Thousands are open: better an object than functions. */
export interface Open {
  closed(): void
}

export interface Woken {
  wake(): void
}

/**
 * Follows a source for one connection: subscribe first, then read. A ring only says "look";
 * any number of rings while a look is under way become one more look. The next look begins
 * when the reader has taken the last one, so a slow reader is slow alone.
 */
export class Feed implements Writer, Task, Woken {
  private readonly source: Source
  private readonly pipe: Pipe
  private readonly desk: LiveDesk
  private onOpened: ((feed: Feed) => Open) | undefined
  private open: Open | undefined
  private dirty = false
  private busy = false
  private over = false
  private failures = 0
  private retrying: Stop | undefined
  private until = 0
  private wasFull = false

  /** `onOpened` is called when the connection is open, and what it answers hears when it has closed. */
  constructor(source: Source, pipe: Pipe, desk: LiveDesk, onOpened?: (feed: Feed) => Open) {
    this.source = source
    this.pipe = pipe
    this.desk = desk
    this.onOpened = onOpened
    pipe.writer = this
  }

  opened(): void {
    const { scheduler, clock, nth } = this.desk
    this.until = clock.ticks() + spread(nth(), LIFETIME_MS * 0.8, LIFETIME_MS)
    this.open = this.onOpened?.(this)
    this.onOpened = undefined
    scheduler.join(this)
    this.source.open(this)
    this.wake()
  }

  wake(): void {
    if (this.dirty || this.over) return
    this.dirty = true
    if (!this.busy) this.desk.scheduler.ready(this)
  }

  /** One look, and another while there is reason to. Stays synchronous where nothing waits. */
  run(): void {
    if (this.busy || this.over) return
    this.busy = true
    try {
      while (this.dirty && !this.over) {
        this.dirty = false
        const waits = this.lookOnce()
        if (waits) {
          this.await(waits)
          return
        }
      }
      this.busy = false
      this.healed()
    } catch (problem) {
      this.failed(problem)
    }
  }

  heartbeat(now: number): void {
    this.source.onHeartbeat?.(now)
    // Full at two beats in a row: for 15 to 30 s the reader has not taken what was sent.
    const slow = this.pipe.full && this.wasFull
    this.wasFull = this.pipe.full
    if (now >= this.until) this.end('renew')
    else if (slow) this.end('slow')
    else this.pipe.tell('hb', this.source.upTo)
  }

  end(why: Ending): void {
    const nth = this.desk.nth()
    const { fromMs, toMs } = why === 'drain' ? AFTER_DRAIN : SOON
    this.pipe.end(why, spread(nth, fromMs, toMs))
  }

  closed(): void {
    if (this.over) return
    this.over = true
    this.retrying?.()
    this.desk.scheduler.leave(this)
    this.source.close()
    this.open?.closed()
  }

  private lookOnce(): Promise<void> | undefined {
    const ends = this.source.ends()
    return ends instanceof Promise
      ? ends.then((why) => this.lookUnless(why))
      : this.lookUnless(ends)
  }

  private lookUnless(why: Ending | null): Promise<void> | undefined {
    if (why === null) return this.source.look(this.pipe)
    this.end(why)
    return undefined
  }

  private await(waits: Promise<void>): void {
    const looked = () => {
      this.busy = false
      // Thousands may have waited for the same: each gets its slice of the event loop.
      if (this.dirty && !this.over) this.desk.scheduler.ready(this)
      else this.run()
    }
    waits.then(looked, (problem) => this.failed(problem))
  }

  /** The store did not answer, or something is broken: say so on the page, and try again. */
  private failed(problem: unknown): void {
    if (this.over) return
    if (this.failures === 0) this.desk.log.warn('feed cannot read', { problem })
    if (this.failures === 0) this.pipe.tell('degraded')
    const { clock, nth } = this.desk
    const wait = restMs(this.failures++)
    this.retrying = clock.after(spread(nth(), wait, wait * 1.5), () => {
      this.busy = false
      this.dirty = true
      this.run()
    })
  }

  private healed(): void {
    if (this.failures === 0) return
    this.failures = 0
    this.pipe.tell('healed')
  }
}

/** One after the other, and at once where neither waits. */
export const inOrder = (
  first: Promise<void> | undefined,
  next: () => Promise<void> | undefined,
): Promise<void> | undefined => (first ? first.then(next) : next())
