/** How long one window is, and how many make the minute that is told of. */
const WINDOW_MS = 5_000
const WINDOWS = 12

type Window = { count: number; sumMs: number; worstMs: number }
const empty = (): Window => ({ count: 0, sumMs: 0, worstMs: 0 })

/** How long something took in the last minute. */
export type Took = { count: number; meanMs: number; worstMs: number }

/** What took how long, over the last minute and all in all. To add one costs a few additions. */
export class LastMinute {
  private readonly ticks: () => number
  private readonly windows: Window[] = Array.from({ length: WINDOWS }, empty)
  private at = 0
  /** Since the program started. */
  readonly total = { count: 0, sumMs: 0 }

  constructor(ticks: () => number) {
    this.ticks = ticks
  }

  add(ms: number): void {
    const window = this.windows[this.turn() % WINDOWS] as Window
    window.count += 1
    window.sumMs += ms
    if (ms > window.worstMs) window.worstMs = ms
    this.total.count += 1
    this.total.sumMs += ms
  }

  get(): Took {
    this.turn()
    const sum = (of: 'count' | 'sumMs') => this.windows.reduce((all, one) => all + one[of], 0)
    const count = sum('count')
    const worstMs = Math.max(...this.windows.map((one) => one.worstMs))
    return { count, meanMs: count === 0 ? 0 : sum('sumMs') / count, worstMs }
  }

  /** The window of now; those that are over are empty again. */
  private turn(): number {
    const now = Math.floor(this.ticks() / WINDOW_MS)
    for (let n = Math.max(this.at + 1, now - WINDOWS + 1); n <= now; n += 1)
      this.windows[n % WINDOWS] = empty()
    this.at = now
    return now
  }
}
