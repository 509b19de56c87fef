import { isDeepEqual } from '../../actors/equal'
import type { Clock } from '../clock'
import type { Log } from '../log'
import { type Disposable, RefCounted } from './ref-counted'

/** How long a value rests after it was read before it is read again, ms. */
export const REST_MS = 250
const RETRY_MS = 2_000

/** Who looks at a value, and hears that it has become another one. */
export interface Watcher {
  moved(): void
}

/** A value as it was read last, or why it could not be. */
type Known<Value> = { value: Value } | { problem: unknown }

class SharedValue<Value, User extends Watcher> implements Disposable<User> {
  readonly watchers = new Set<User>()
  known: Known<Value> | undefined
  readAt = Number.NEGATIVE_INFINITY
  /** How often it was read, or could not be. */
  reads = 0
  private readonly left: () => void

  constructor(left: () => void) {
    this.left = left
  }

  add(watcher: User): void {
    this.watchers.add(watcher)
  }

  remove(watcher: User): boolean {
    this.watchers.delete(watcher)
    if (this.watchers.size > 0) return false
    this.left()
    return true
  }
}

/**
 * Values by key that many on this node look at. One is read when it may have changed: at once,
 * but not twice within `REST_MS`, and all that are due together in one go. Those who look at it are
 * told when it is another than before, so what a change costs does not depend on how many look.
 */
export abstract class SharedReads<Value, User extends Watcher = Watcher> extends RefCounted<
  User,
  SharedValue<Value, User>
> {
  protected readonly desk: { clock: Clock; log: Log }
  private readonly settleMs: number
  /** When what may have changed is to be read, by the clock that only goes forward, ms. */
  private readonly due = new Map<string, number>()
  private waiting: PromiseWithResolvers<void> | undefined
  private timer: (() => void) | undefined
  private dueAt = 0
  private reading = false
  private isClosed = false

  /** `settleMs`: for how long what follows a change is waited for, so that both are read in one. */
  constructor(desk: { clock: Clock; log: Log }, settleMs = 0) {
    super((key) => new SharedValue(() => this.forget(key)))
    this.desk = desk
    this.settleMs = settleMs
  }

  override join(key: string, watcher: User): SharedValue<Value, User> {
    const shared = super.join(key, watcher)
    if (shared.known === undefined) this.ask(key)
    return shared
  }

  /** What is known for a key that was joined and is ready. Throws why it could not be read. */
  value(key: string): Value {
    const known = this.get(key)?.known
    if (known === undefined) throw new Error(`${key} is not ready`)
    if ('problem' in known) throw known.problem
    return known.value
  }

  /** Waits until each of these was read, or could not be, after whatever it was asked for. */
  async ready(keys: readonly string[]): Promise<void> {
    const wanted = keys.flatMap((key) => {
      const shared = this.get(key)
      const waits = this.due.has(key) || !shared?.known
      return shared && waits ? [{ shared, key, reads: shared.reads + 1 }] : []
    })
    while (
      wanted.some(({ shared, key, reads }) => shared.reads < reads && this.get(key) === shared)
    )
      await this.nextRead()
  }

  /** It may have changed; read at once if it has rested so long. Nobody looks at what is not there. */
  ask(key: string, restMs = REST_MS): void {
    const shared = this.get(key)
    if (!shared) return
    const now = this.desk.clock.ticks()
    this.putOff(key, Math.max(now + this.settleMs, shared.readAt + restMs))
    this.plan()
  }

  /** News may have been missed. */
  invalidate(): void {
    for (const key of this.keys()) this.ask(key)
  }

  close(): void {
    this.isClosed = true
    this.timer?.()
  }

  /** Reads these, together. One that is equal to the one before had better be the same: `asBefore`. */
  protected abstract read(keys: readonly string[]): Promise<ReadonlyMap<string, Value>>

  /** What was read last. */
  protected before(key: string): Value | undefined {
    const known = this.get(key)?.known
    return known && 'value' in known ? known.value : undefined
  }

  /** What was read last where it is equal to what is read now, which is then no news. */
  protected asBefore(key: string, now: Value): Value {
    const before = this.before(key)
    return before !== undefined && isDeepEqual(before, now) ? before : now
  }

  /** Nobody looks at it any more. */
  protected forget(key: string): void {
    this.due.delete(key)
  }

  private nextRead(): Promise<void> {
    this.waiting ??= Promise.withResolvers()
    return this.waiting.promise
  }

  private putOff(key: string, at: number): void {
    this.due.set(key, Math.min(at, this.due.get(key) ?? at))
  }

  private plan(): void {
    if (this.isClosed || this.reading || this.due.size === 0) return
    const dueAt = Math.min(...this.due.values())
    if (this.timer !== undefined && this.dueAt <= dueAt) return
    this.timer?.()
    this.dueAt = dueAt
    const waitMs = Math.max(0, Math.min(dueAt - this.desk.clock.ticks(), RETRY_MS))
    this.timer = this.desk.clock.after(waitMs, () => void this.readDue())
  }

  private async readDue(): Promise<void> {
    this.timer = undefined
    const now = Math.max(this.desk.clock.ticks(), this.dueAt)
    const keys = [...this.due.keys()].filter((key) => (this.due.get(key) ?? now) <= now)
    for (const key of keys) this.begin(key, now)
    this.reading = true
    try {
      const values = await this.read(keys)
      for (const [key, value] of values) this.keepResult(key, { value })
    } catch (problem) {
      this.desk.log.warn('lists cannot be read', { problem })
      for (const key of keys) this.fail(key, problem, now + RETRY_MS)
    }
    this.reading = false
    this.waiting?.resolve()
    this.waiting = undefined
    this.plan()
  }

  private begin(key: string, now: number): void {
    this.due.delete(key)
    const shared = this.get(key)
    if (shared) shared.readAt = now
  }

  private keepResult(key: string, known: Known<Value>): void {
    const shared = this.get(key)
    if (!shared) return
    const before = shared.known
    shared.known = known
    shared.reads++
    if (before && 'value' in before && 'value' in known && before.value === known.value) return
    for (const watcher of shared.watchers) watcher.moved()
  }

  private fail(key: string, problem: unknown, againAt: number): void {
    if (this.get(key)) this.putOff(key, againAt)
    this.keepResult(key, { problem })
  }
}
