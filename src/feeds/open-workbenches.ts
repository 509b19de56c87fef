import type { Clock, Stop } from '../clock'
import type { Feed } from '../live/feed'
import type { WorkbenchSource } from './workbench'

/** How often live pages' sessions are checked: a fifth of them each second, in one query. */
const SESSION_CHECK_MS = 1_000
const SESSION_SLOTS = 5
/** A page that said that it lives and then fell silent for so long is gone, ms. */
const SILENT_MS = 60_000

/** `beatAt` is when the page last spoke, ms UTC; 0 for one that never did. */
type Open = { feed: Feed; beatAt: number; slot: number }

/** The workbenches that are open on this node. Ends those whose session or page is gone. */
export class OpenWorkbenches {
  private readonly clock: Clock
  private readonly open = new Map<WorkbenchSource, Open>()
  private readonly stop: Stop
  private joined = 0
  private slot = 0

  constructor(clock: Clock) {
    this.clock = clock
    this.stop = clock.every(SESSION_CHECK_MS, () => this.check())
  }

  /** It says when its page has spoken, and when it has closed. */
  join(workbench: WorkbenchSource, feed: Feed): { spoke(): void; closed(): void } {
    const open = { feed, beatAt: 0, slot: this.joined++ % SESSION_SLOTS }
    this.open.set(workbench, open)
    return {
      spoke: () => {
        open.beatAt = this.clock.ticks()
      },
      closed: () => void this.open.delete(workbench),
    }
  }

  /** A page of this agent without a socket says that it lives. */
  heartbeat(agent: string): void {
    for (const [workbench, open] of this.open)
      if (workbench.agent === agent) open.beatAt = this.clock.ticks()
  }

  /** Rings may have been missed. */
  invalidate(): void {
    for (const workbench of this.open.keys()) workbench.invalidate()
  }

  close(): void {
    this.stop()
  }

  private check(): void {
    const now = this.clock.ticks()
    this.slot = (this.slot + 1) % SESSION_SLOTS
    for (const [workbench, { feed, beatAt, slot }] of this.open) {
      if (slot === this.slot) void workbench.verifySession()
      if (beatAt > 0 && now - beatAt > SILENT_MS) feed.end('slow')
    }
  }
}
