import { type Address, addressOf } from '../../actors/address'
import type { ConnectionLimits } from '../live/connection-limits'
import type { Feed, Open } from '../live/feed'

/**
 * `stands`: whether the cookie it was opened with is that visitor's yet. `missed` is told that a ring may
 * have been lost.
 */
type Who = {
  person: string
  address: string
  feed: Feed
  stands?: () => Promise<boolean>
  missed?: () => void
}

/**
 * A connection of a visitor as long as it is open. `page` is null where nobody has to know of their
 * page: before a chat, and for what a browser opened beforehand.
 */
export class VisitorConnection implements Open {
  private readonly connections: ConnectionLimits
  private readonly who: Who
  private readonly page: Open | null
  private readonly stopped: (() => void) | undefined
  private readonly open: Set<VisitorConnection>

  constructor(
    { connections, visitors }: { connections: ConnectionLimits; visitors: Set<VisitorConnection> },
    who: Who,
    page: Open | null,
    stopped?: () => void,
  ) {
    this.connections = connections
    this.who = who
    this.page = page
    this.stopped = stopped
    this.open = visitors
    visitors.add(this)
    connections.enter(who.person, who.address, who.feed)
  }

  /** Sends it away where they are kept out: it comes back, and hears at the door why and until when. */
  endIf(isOut: (who: { visitor: string; address: string }) => boolean): void {
    const { person: visitor, address, feed } = this.who
    if (isOut({ visitor, address })) feed.end('renew')
  }

  /**
   * Somebody's cookies are theirs no more: ends it where it came by one of those. Where nobody can tell,
   * the page comes back, and is asked for its cookie then.
   */
  async endUnlessTheirs(topic: Address): Promise<void> {
    const { person, feed } = this.who
    if (topic !== addressOf('visitor', person)) return
    await this.endUnlessStands().catch(() => feed.end('renew'))
  }

  /** A ring may have been lost. Where nobody can tell it is asked again the next time. */
  async askAgain(): Promise<void> {
    this.who.missed?.()
    await this.endUnlessStands().catch(() => {})
  }

  private async endUnlessStands(): Promise<void> {
    const { feed, stands } = this.who
    if (stands && !(await stands())) feed.end('signedOut')
  }

  closed(): void {
    const { person, address, feed } = this.who
    this.open.delete(this)
    this.connections.leave(person, address, feed)
    this.page?.closed()
    this.stopped?.()
  }
}
