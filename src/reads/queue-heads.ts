import { addressOf } from '../../actors/address'
import type { Fact } from '../../actors/facts'
import type { Stop } from '../clock'
import type { Figures, LineRows } from '../store/ports/conversations'
import { DUE_TICK_MS } from './found-lists'
import { headWithStatus, isSameHead, type QueueHead } from './queue-head'
import { PAGE_ROWS, stretchKey, stretchOf } from './queue-stretch'
import type { Reads } from './reads'
import { SharedReads, type Watcher } from './shared-reads'

type Needed = Pick<Reads, 'store' | 'bus' | 'clock' | 'log' | 'onDuty' | 'departments'>

/** When a conversation begins, ends or rings, its line follows within moments, ms. */
const SETTLE_MS = 40

/** Who looks at a stretch of a line, and how many rows of it they show; 0 for its length alone. */
export interface QueueWatcher extends Watcher {
  readonly depth: number
}

/** A stretch of a line as the store had it. */
type Stored = LineRows & { figures?: Figures }

const CONVERSATIONS = addressOf('conversation', '')
const DEPARTMENTS = addressOf('department', '')

/**
 * The lines that somebody looks at on this node, by `stretchKey`: each is read once for all of them
 * when it changes, and those heads that are due together in one call of the store.
 */
export class QueueHeads extends SharedReads<QueueHead, QueueWatcher> {
  private readonly needed: Needed
  /** As the store had them, and those that have changed since they were asked for. */
  private readonly stored = new Map<string, Stored>()
  private readonly changed = new Set<string>()
  /** In which line a conversation that is shown stands. */
  private readonly lineOf = new Map<string, string>()
  /** Keys of stretches that are no heads: mostly nobody looks so far back. */
  private readonly further = new Set<string>()
  /** Of which conversations something rang while lines are on their way from the store. */
  private rang: Set<string> | undefined
  private readonly unsubscribe: () => void
  private readonly stopTicking: Stop

  constructor(desk: Needed) {
    super(desk, SETTLE_MS)
    this.needed = desk
    this.unsubscribe = desk.bus.subscribeAll((fact) => this.hear(fact))
    // What is due becomes so by itself.
    this.stopTicking = desk.clock.every(DUE_TICK_MS, () => {
      for (const key of this.keys()) if (!this.further.has(key)) this.refresh(key)
    })
  }

  override join(key: string, watcher: QueueWatcher) {
    const before = this.depthOf(key)
    const joined = super.join(key, watcher)
    if (stretchOf(key).from > 1) this.further.add(key)
    if (watcher.depth > before) this.refresh(key)
    return joined
  }

  override invalidate(): void {
    for (const key of this.keys()) this.refresh(key)
  }

  /** Some marks hold for a time only. */
  expire(now: number): void {
    for (const key of this.keys()) if (now >= (this.before(key)?.until ?? now)) this.ask(key)
  }

  override close(): void {
    super.close()
    this.unsubscribe()
    this.stopTicking()
  }

  protected override forget(key: string): void {
    super.forget(key)
    this.changed.delete(key)
    this.further.delete(key)
    this.dropStored(key)
  }

  protected override async read(keys: readonly string[]) {
    await this.readStored(keys.filter((key) => !this.stored.has(key) || this.changed.has(key)))
    const values = keys.map(async (key) => {
      const head = this.stored.get(key)
      return head ? [[key, await this.standing(key, head)] as const] : []
    })
    return new Map((await Promise.all(values)).flat())
  }

  private async readStored(keys: readonly string[]): Promise<void> {
    if (keys.length === 0) return
    for (const key of keys) this.changed.delete(key)
    const rang = new Set<string>()
    this.rang = rang
    try {
      for (const [key, head] of await this.readHeads(keys)) this.putStored(key, head, rang)
    } catch (problem) {
      for (const key of keys) this.changed.add(key)
      throw problem
    } finally {
      this.rang = undefined
    }
  }

  private async readHeads(keys: readonly string[]): Promise<(readonly [string, Stored])[]> {
    const { store, clock } = this.needed
    const { conversations } = store
    const heads = keys.filter((key) => !this.further.has(key))
    const further = keys.filter((key) => this.further.has(key))
    const depth = Math.max(0, ...heads.map((key) => this.depthOf(key)))
    const [near, far] = await Promise.all([
      heads.length === 0 ? [] : conversations.lineHeads(heads, depth, clock.now()),
      Promise.all(further.map((key) => conversations.lineStretch(stretchOf(key), PAGE_ROWS))),
    ])
    return [
      ...near.map((head) => [head.department, head] as const),
      ...far.map((head, n) => [further[n] ?? '', head] as const),
    ]
  }

  private hear({ topic, what, conversation }: Fact): void {
    if (what === 'state' && topic.startsWith(CONVERSATIONS))
      this.hearOf(topic.slice(CONVERSATIONS.length))
    if (!topic.startsWith(DEPARTMENTS)) return
    const department = topic.slice(DEPARTMENTS.length)
    if (what === 'line' && conversation !== undefined) this.hearOf(conversation)
    else if (what === 'line') for (const key of this.stretchesOf(department)) this.refresh(key)
    // Where they are now is no place in the line: of it its head alone has the figures.
    if (what === 'held' || what === 'closed') this.refresh(department)
    if (what === 'floor' || what === 'state')
      for (const key of this.stretchesOf(department)) this.ask(key)
  }

  private stretchesOf(department: string): string[] {
    const further = [...this.further].filter((key) => stretchOf(key).department === department)
    return [stretchKey({ department, from: 1 }), ...further]
  }

  /** What happens further back than anybody looks is no news. */
  private hearOf(conversation: string): void {
    this.rang?.add(conversation)
    const key = this.lineOf.get(conversation)
    if (key !== undefined) this.refresh(key)
  }

  private refresh(key: string): void {
    if (this.get(key)) this.changed.add(key)
    this.ask(key)
  }

  private depthOf(key: string): number {
    return Math.max(-1, ...[...(this.get(key)?.watchers ?? [])].map(({ depth }) => depth))
  }

  private putStored(key: string, head: Stored, rang: ReadonlySet<string>): void {
    this.dropStored(key)
    if (!this.get(key)) return
    this.stored.set(key, head)
    for (const { id } of head.rows) this.lineOf.set(id, key)
    if (head.rows.some(({ id }) => rang.has(id))) this.refresh(key)
  }

  private dropStored(key: string): void {
    // It may have moved from one stretch into another that was read before.
    for (const { id } of this.stored.get(key)?.rows ?? [])
      if (this.lineOf.get(id) === key) this.lineOf.delete(id)
    this.stored.delete(key)
  }

  private async standing(key: string, head: Stored): Promise<QueueHead> {
    const before = this.before(key)
    const value = await headWithStatus(this.needed, head, stretchOf(key).from, before)
    return before && isSameHead(before, value) ? before : value
  }
}
