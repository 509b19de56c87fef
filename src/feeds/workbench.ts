import { addressOf } from '../../actors/address'
import { isDeepEqual } from '../../actors/equal'
import type { Staff } from '../../actors/people'
import { inOrder, type Source, type Woken } from '../live/feed'
import type { Ending, Pipe } from '../live/pipe'
import type { ConversationSeen } from './conversation'
import { DecisionsSource } from './decisions'
import type { FeedDesk } from './desk'
import { type InboxSeen, InboxSource } from './inbox'
import { RoomSource } from './room'

/** Who is signed in, asked again: null when the session no longer stands. */
export type Session = { staff: Staff; check(): Promise<Staff | null> }

/** `why`: a conversation of which the page shows only why it is with whom it is. */
export type WorkbenchSeen = InboxSeen & { room: ConversationSeen | null; why?: string }

/**
 * All an agent's page shows live: their lists and, if one is open, a conversation; or instead of
 * both why a conversation is with whom it is.
 */
export class WorkbenchSource implements Source {
  readonly agent: string
  private readonly session: Session
  private readonly desk: FeedDesk
  private readonly inbox: InboxSource | null
  private readonly room: RoomSource | DecisionsSource | null
  private staff: Staff
  private feed: Woken | null = null
  private invalidated = false
  private readonly leave: (() => void)[] = []

  constructor(session: Session, seen: WorkbenchSeen, desk: FeedDesk) {
    const staff = () => this.staff
    this.agent = session.staff.id
    this.staff = session.staff
    this.session = session
    this.desk = desk
    this.inbox =
      seen.why === undefined ? new InboxSource(staff, seen, desk, () => this.room?.moved()) : null
    this.room =
      seen.why === undefined
        ? seen.room && new RoomSource(staff, seen.list, seen.room, desk)
        : new DecisionsSource(staff, seen.why, seen.reader, desk)
  }

  open(feed: Woken): void {
    this.feed = feed
    // Signing out rings it too.
    this.leave.push(
      this.desk.bus.subscribe(addressOf('agent', this.agent), ({ what }) => {
        if (what !== 'state') return
        this.invalidateSession()
        // Whether they can take one more may have changed with it.
        this.room?.moved()
      }),
      this.desk.departments.onChange(() => {
        this.inbox?.invalidate()
        this.room?.moved()
      }),
    )
    this.room?.open(feed)
    this.inbox?.open(feed)
  }

  ends(): Ending | null | Promise<Ending | null> {
    if (!this.invalidated) return this.room?.ends() ?? null
    return this.checkSession()
  }

  look(pipe: Pipe): Promise<void> | undefined {
    return inOrder(this.room?.look(pipe), () => this.inbox?.look(pipe))
  }

  /** Asks before the next look whether the session still stands. */
  invalidateSession(): void {
    this.invalidated = true
    this.feed?.wake()
  }

  /** Looks whether the session still stands; the feed has work only if it does not. */
  async verifySession(): Promise<void> {
    const staff = await this.session.check().catch(() => this.staff)
    if (staff === null || !isDeepEqual(staff, this.staff)) this.invalidateSession()
  }

  /** Rings may have been missed. */
  invalidate(): void {
    this.inbox?.invalidate()
  }

  get upTo(): number {
    return this.room?.upTo ?? 0
  }

  onHeartbeat(now: number): void {
    this.room?.onHeartbeat(now)
    this.inbox?.onHeartbeat()
  }

  close(): void {
    for (const leave of this.leave) leave()
    this.room?.close()
    this.inbox?.close()
  }

  private async checkSession(): Promise<Ending | null> {
    this.invalidated = false
    try {
      const staff = await this.session.check()
      if (staff === null) return 'signedOut'
      if (isSeenOtherwise(staff, this.staff)) return 'renew'
      this.staff = staff
      return (await this.room?.ends()) ?? null
    } catch (error) {
      this.invalidated = true
      throw error
    }
  }
}

/** Whether they may see other conversations than before: their lists and frames were made for those. */
const isSeenOtherwise = (now: Staff, before: Staff): boolean =>
  now.role !== before.role ||
  String(now.grants) !== String(before.grants) ||
  String(now.departments) !== String(before.departments)
