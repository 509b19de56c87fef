import type { Staff } from '../../actors/people'
import type { Source, Woken } from '../live/feed'
import type { Ending, Pipe } from '../live/pipe'
import { allows, type Permission } from '../policies/permissions'
import type { FeedDesk } from './desk'
import { type Session, SignedIn } from './signed-in'

/**
 * A page of somebody who is signed in and needs a permission for it: it ends with their session, and when
 * they may not see it any more. What it shows is said by who extends it.
 */
export abstract class StaffSource implements Source {
  protected readonly desk: FeedDesk
  private readonly signedIn: SignedIn
  private readonly permission: Permission
  private readonly leave: (() => void)[] = []
  private feed: Woken | null = null

  constructor(session: Session, permission: Permission, desk: FeedDesk) {
    this.signedIn = new SignedIn(session)
    this.permission = permission
    this.desk = desk
  }

  /** Whoever reads it, as they were when it was asked last. */
  protected get staff(): Staff {
    return this.signedIn.staff
  }

  /** Begins to listen to what it shows; answers how each of that is stopped. */
  protected abstract listen(): (() => void)[]
  /** They are asked for anew: what was read for them may be another. */
  protected asked(): void {}

  abstract look(pipe: Pipe): Promise<void> | undefined

  open(feed: Woken): void {
    this.feed = feed
    const stop = this.signedIn.onAgentChange(this.desk.bus, () => this.moved())
    this.leave.push(...this.listen(), stop)
  }

  ends(): null | Promise<Ending | null> {
    return this.signedIn.ends((staff) => {
      this.asked()
      return allows(staff, this.permission) ? null : 'forbidden'
    })
  }

  /** Something is another than before. */
  moved(): void {
    this.feed?.wake()
  }

  close(): void {
    for (const leave of this.leave) leave()
  }
}
