import { addressOf } from '../../actors/address'
import type { Fact } from '../../actors/facts'
import type { InboxRow, LineHead, QueuedRow } from '../store/ports/conversations'
import { withQueueStatus } from './queue-status'
import type { Reads } from './reads'
import { SharedReads, type Watcher } from './shared-reads'
import { stableRows } from './stable-rows'

type Needed = Pick<Reads, 'store' | 'bus' | 'clock' | 'log' | 'onDuty' | 'departments'>

/** When a conversation begins, ends or rings, its line follows within moments, ms. */
const SETTLE_MS = 40

/** Who looks at a line, and how many rows of it they show; 0 for its length alone. */
export interface QueueWatcher extends Watcher {
  readonly depth: number
}

/** One of a line as the lists show it, and by what lines are merged. */
export type Queued = { id: string; row: InboxRow } & Pick<QueuedRow, 'place' | 'lane' | 'since'>

/** The head of a department's line as it stands now. */
export type QueueHead = {
  rows: readonly Queued[]
  count: number
  /** Whether anybody is on duty there. */
  staffed: boolean
  /** Until when its marks hold though nothing rings, ms UTC. */
  until: number
}

const CONVERSATIONS = addressOf('conversation', '')
const DEPARTMENTS = addressOf('department', '')

/**
 * The lines that somebody looks at on this node: each department's is read once for all of them
 * when it changes, and those due together in one call of the store.
 */
export class QueueHeads extends SharedReads<QueueHead, QueueWatcher> {
  private readonly needed: Needed
  /** As the store had them, and those that have changed since they were asked for. */
  private readonly stored = new Map<string, LineHead>()
  private readonly changed = new Set<string>()
  /** In which line a conversation that is shown stands. */
  private readonly lineOf = new Map<string, string>()
  /** Of which conversations something rang while lines are on their way from the store. */
  private rang: Set<string> | undefined
  private readonly unsubscribe: () => void

  constructor(desk: Needed) {
    super(desk, SETTLE_MS)
    this.needed = desk
    this.unsubscribe = desk.bus.subscribeAll((fact) => this.hear(fact))
  }

  override join(department: string, watcher: QueueWatcher) {
    const before = this.depthOf(department)
    const joined = super.join(department, watcher)
    if (watcher.depth > before) this.refresh(department)
    return joined
  }

  override invalidate(): void {
    for (const department of this.keys()) this.refresh(department)
  }

  /** Some marks hold for a time only. */
  expire(now: number): void {
    for (const department of this.keys())
      if (now >= (this.before(department)?.until ?? now)) this.ask(department)
  }

  override close(): void {
    super.close()
    this.unsubscribe()
  }

  protected override forget(department: string): void {
    super.forget(department)
    this.changed.delete(department)
    this.dropStored(department)
  }

  protected override async read(departments: readonly string[]) {
    await this.readStored(departments.filter((id) => !this.stored.has(id) || this.changed.has(id)))
    const values = departments.map(async (department) => {
      const head = this.stored.get(department)
      return head ? [[department, await this.standing(head)] as const] : []
    })
    return new Map((await Promise.all(values)).flat())
  }

  private async readStored(departments: readonly string[]): Promise<void> {
    if (departments.length === 0) return
    const depth = Math.max(...departments.map((department) => this.depthOf(department)))
    for (const department of departments) this.changed.delete(department)
    const rang = new Set<string>()
    this.rang = rang
    try {
      for (const head of await this.needed.store.conversations.lineHeads(departments, depth))
        this.putStored(head, rang)
    } catch (problem) {
      for (const department of departments) this.changed.add(department)
      throw problem
    } finally {
      this.rang = undefined
    }
  }

  private hear({ topic, what, conversation }: Fact): void {
    if (what === 'state' && topic.startsWith(CONVERSATIONS))
      this.hearOf(topic.slice(CONVERSATIONS.length))
    if (!topic.startsWith(DEPARTMENTS)) return
    const department = topic.slice(DEPARTMENTS.length)
    if (what === 'line' && conversation !== undefined) this.hearOf(conversation)
    else if (what === 'line') this.refresh(department)
    if (what === 'floor' || what === 'state') this.ask(department)
  }

  /** What happens further back than anybody looks is no news. */
  private hearOf(conversation: string): void {
    this.rang?.add(conversation)
    const department = this.lineOf.get(conversation)
    if (department !== undefined) this.refresh(department)
  }

  private refresh(department: string): void {
    if (this.get(department)) this.changed.add(department)
    this.ask(department)
  }

  private depthOf(department: string): number {
    return Math.max(-1, ...[...(this.get(department)?.watchers ?? [])].map(({ depth }) => depth))
  }

  private putStored(head: LineHead, rang: ReadonlySet<string>): void {
    this.dropStored(head.department)
    if (!this.get(head.department)) return
    this.stored.set(head.department, head)
    for (const { id } of head.rows) this.lineOf.set(id, head.department)
    if (head.rows.some(({ id }) => rang.has(id))) this.refresh(head.department)
  }

  private dropStored(department: string): void {
    for (const { id } of this.stored.get(department)?.rows ?? []) this.lineOf.delete(id)
    this.stored.delete(department)
  }

  private async standing(head: LineHead): Promise<QueueHead> {
    const before = this.before(head.department)
    const value = await headWithStatus(this.needed, head, before)
    return before && isSameHead(before, value) ? before : value
  }
}

/** A head as it stands now; `before` is the one before it. */
export const headWithStatus = async (
  desk: Pick<Needed, 'clock' | 'onDuty' | 'departments'>,
  { department, count, rows }: LineHead,
  before?: QueueHead,
): Promise<QueueHead> => {
  const { rows: marked, until } = await withQueueStatus(desk, rows)
  const queued = marked.map(({ place, lane, since, ...row }) => ({
    id: row.id,
    row,
    place,
    lane,
    since,
  }))
  return {
    rows: stableQueue(before?.rows ?? [], queued),
    count,
    staffed: await desk.onDuty.isStaffed(department),
    until,
  }
}

const isSameHead = (one: QueueHead, other: QueueHead): boolean =>
  one.rows === other.rows &&
  one.count === other.count &&
  one.staffed === other.staffed &&
  one.until === other.until

/** A row stays the same object though its place is another. */
const stableQueue = (before: readonly Queued[], queued: readonly Queued[]): readonly Queued[] => {
  const rows = stableRows(
    before.map(({ row }) => row),
    queued.map(({ row }) => row),
  )
  return stableRows(
    before,
    queued.map((one, n) => ({ ...one, row: rows[n] ?? one.row })),
  )
}
