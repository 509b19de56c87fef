import { addressOf } from '../../actors/address'
import type { Staff } from '../../actors/people'
import type { ConversationSeen } from './conversation'
import type { FeedDesk } from './desk'
import { inTurn, type Source, type Woken } from './feed'
import { type InboxSeen, InboxSource } from './inbox'
import type { Ending, Pipe } from './pipe'
import { RoomSource } from './room'

/** Who is signed in, asked again: null when the session no longer stands. */
export type Session = { staff: Staff; check(): Promise<Staff | null> }

export type BenchSeen = InboxSeen & { room: ConversationSeen | null }

/** All an agent's page shows live: his lists and, if one is open, a conversation. */
export class BenchSource implements Source {
  readonly agent: string
  private readonly session: Session
  private readonly desk: FeedDesk
  private readonly inbox: InboxSource
  private readonly room: RoomSource | null
  private staff: Staff
  private feed: Woken | null = null
  private doubted = false
  private readonly leave: (() => void)[] = []

  constructor(session: Session, seen: BenchSeen, desk: FeedDesk) {
    const staff = () => this.staff
    this.agent = session.staff.id
    this.staff = session.staff
    this.session = session
    this.desk = desk
    this.inbox = new InboxSource(staff, seen, desk, () => this.room?.moved())
    this.room = seen.room && new RoomSource(staff, seen.list, seen.room, desk)
  }

  open(feed: Woken): void {
    this.feed = feed
    // Signing out rings it too.
    this.leave.push(
      this.desk.bus.subscribe(addressOf('agent', this.agent), ({ what }) => {
        if (what === 'state') this.doubtSession()
      }),
      this.desk.departments.follow(() => {
        this.inbox.doubt()
        this.room?.moved()
      }),
    )
    this.room?.open(feed)
    this.inbox.open(feed)
  }

  ends(): Ending | null | Promise<Ending | null> {
    if (!this.doubted) return this.room?.ends() ?? null
    return this.checkSession()
  }

  look(pipe: Pipe): Promise<void> | undefined {
    return inTurn(this.room?.look(pipe), () => this.inbox.look(pipe))
  }

  /** Asks before the next look whether the session still stands. */
  doubtSession(): void {
    this.doubted = true
    this.feed?.wake()
  }

  /** Rings may have been missed. */
  doubt(): void {
    this.inbox.doubt()
  }

  get upTo(): number {
    return this.room?.upTo ?? 0
  }

  rest(now: number): void {
    this.room?.rest(now)
    this.inbox.rest(now)
  }

  close(): void {
    for (const leave of this.leave) leave()
    this.room?.close()
    this.inbox.close()
  }

  private async checkSession(): Promise<Ending | null> {
    this.doubted = false
    try {
      const staff = await this.session.check()
      if (staff === null) return 'signedOut'
      if (String(staff.departments) !== String(this.staff.departments)) return 'renew'
      this.staff = staff
      return (await this.room?.ends()) ?? null
    } catch (error) {
      this.doubted = true
      throw error
    }
  }
}
