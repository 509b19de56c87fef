import { addressOf } from '../../actors/address'
import type { Stop } from '../clock'
import type { ConversationView } from './conversation-view'
import type { Reads } from './reads'

/** How often all that is followed is compared with the store: while the bus is up and down, ms. */
const CONNECTED_MS = 20_000
const DISCONNECTED_MS = 500
const BATCH_CONVERSATIONS = 500

/**
 * Finds what a lost ring would have told. One query for each 500 conversations followed on this
 * node, whoever follows them, asks for their versions; only those that moved are read. On a
 * desk that is alone no ring can be lost, and nothing is asked.
 */
export class Poll {
  private readonly desk: Reads
  private readonly all: { invalidate(): void }[]
  private readonly stop: Stop
  private readonly unsubscribe: () => void
  private at: number
  private looking = false
  private again = false

  /** `all` is what has no version to compare: it is simply read again. */
  constructor(desk: Reads, all: { invalidate(): void }[]) {
    this.desk = desk
    this.all = all
    this.at = desk.clock.ticks()
    this.stop = desk.clock.every(DISCONNECTED_MS, () => this.look())
    this.unsubscribe = desk.bus.onReconnect(() => this.compareAll())
  }

  close(): void {
    this.stop()
    this.unsubscribe()
  }

  private look(): void {
    const state = this.desk.bus.state()
    if (state === 'alone') return
    if (this.desk.clock.ticks() - this.at >= (state === 'up' ? CONNECTED_MS : DISCONNECTED_MS))
      this.compareAll()
  }

  /** Whoever comes while it is under way may know of rings that were lost since: once more. */
  private compareAll(): void {
    for (const each of this.all) each.invalidate()
    this.again = true
    if (this.looking) return
    this.looking = true
    this.compare().catch((problem) =>
      this.desk.log.warn('feeds cannot be compared with the store', { problem }),
    )
  }

  private async compare(): Promise<void> {
    try {
      while (this.again) {
        this.again = false
        this.at = this.desk.clock.ticks()
        const followed = [...this.desk.conversations.values()]
        for (let from = 0; from < followed.length; from += BATCH_CONVERSATIONS)
          await this.compareBatch(followed.slice(from, from + BATCH_CONVERSATIONS))
      }
    } finally {
      this.looking = false
    }
  }

  private async compareBatch(batch: readonly ConversationView[]): Promise<void> {
    const addresses = batch.map(({ id }) => addressOf('conversation', id))
    const versions = await this.desk.store.turns.versions(addresses)
    for (const view of batch) {
      const version = versions.get(addressOf('conversation', view.id)) ?? 0
      if (view.version === version) continue
      view.version = version
      view.invalidate()
    }
  }
}
