import { isDeepEqual } from '../../actors/equal'
import type { Staff } from '../../actors/people'
import { inOrder, type Source, type Woken } from '../live/feed'
import type { Ending, Pipe } from '../live/pipe'
import type { ConversationSeen } from './conversation'
import { DecisionsSource } from './decisions'
import type { FeedDesk } from './desk'
import { type InboxSeen, InboxSource } from './inbox'
import { RoomSource } from './room'
import { type Session, SignedIn } from './signed-in'

/** `why`: a conversation of which the page shows only why it is with whom it is. */
export type WorkbenchSeen = InboxSeen & { room: ConversationSeen | null; why?: string }

/**
 * All an agent's page shows live: their lists and, if one is open, a conversation; or instead of
 * both why a conversation is with whom it is.
 */
export class WorkbenchSource implements Source {
  readonly agent: string
  private readonly session: Session
  private readonly signedIn: SignedIn
  private readonly desk: FeedDesk
  private readonly inbox: InboxSource | null
  private readonly room: RoomSource | DecisionsSource | null
  private feed: Woken | null = null
  private readonly leave: (() => void)[] = []

  constructor(session: Session, seen: WorkbenchSeen, desk: FeedDesk) {
    const staff = () => this.signedIn.staff
    this.agent = session.staff.id
    this.signedIn = new SignedIn(session)
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
    this.leave.push(
      this.signedIn.onAgentChange(this.desk.bus, () => {
        feed.wake()
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
    const asked = this.signedIn.ends(isSeenOtherwise)
    return asked === null ? this.roomEnds() : asked.then((ending) => ending ?? this.roomEnds())
  }

  look(pipe: Pipe): Promise<void> | undefined {
    return inOrder(this.room?.look(pipe), () => this.inbox?.look(pipe))
  }

  /** Asks before the next look whether the session still stands. */
  invalidateSession(): void {
    this.signedIn.invalidate()
    this.feed?.wake()
  }

  /** Looks whether the session still stands; the feed has work only if it does not. */
  async verifySession(): Promise<void> {
    const staff = await this.session.check().catch(() => this.signedIn.staff)
    if (staff === null || !isDeepEqual(staff, this.signedIn.staff)) this.invalidateSession()
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

  private roomEnds(): Ending | null | Promise<Ending | null> {
    return this.room?.ends() ?? null
  }
}

/** Whether they may see other conversations than before: their lists and frames were made for those. */
const isSeenOtherwise = (now: Staff, before: Staff): Ending | null =>
  now.role !== before.role ||
  String(now.grants) !== String(before.grants) ||
  String(now.departments) !== String(before.departments)
    ? 'renew'
    : null
