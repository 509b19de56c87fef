import { addressOf } from '../../actors/address'
import type { Staff } from '../../actors/people'
import type { Bus } from '../bus/bus'
import type { Ending } from '../live/pipe'

/** Who is signed in, asked again: null when the session no longer stands. */
export type Session = { staff: Staff; check(): Promise<Staff | null> }

/**
 * Whether the session of a page still stands, asked again after it may have ended or its person may be
 * another: their role, their departments. It is asked once for all rings that came before.
 */
export class SignedIn {
  /** As they were when it was asked last. */
  staff: Staff
  private readonly session: Session
  private isInvalid = false

  constructor(session: Session) {
    this.session = session
    this.staff = session.staff
  }

  /** It is asked before the next look. */
  invalidate(): void {
    this.isInvalid = true
  }

  /** Invalidates it whenever its agent is another than before, and calls then; signing out rings it too. */
  onAgentChange(bus: Pick<Bus, 'subscribe'>, then: () => void): () => void {
    return bus.subscribe(addressOf('agent', this.staff.id), ({ what }) => {
      if (what !== 'state') return
      this.invalidate()
      then()
    })
  }

  /**
   * Nothing where it is not invalid, or stands and `unless` has nothing against who it is now. A ring that
   * comes while it is asked leaves it invalid, and so does a question that failed.
   */
  ends(unless: (now: Staff, before: Staff) => Ending | null): null | Promise<Ending | null> {
    return this.isInvalid ? this.ask(unless) : null
  }

  private async ask(unless: (now: Staff, before: Staff) => Ending | null): Promise<Ending | null> {
    this.isInvalid = false
    try {
      const staff = await this.session.check()
      if (staff === null) return 'signedOut'
      const ending = unless(staff, this.staff)
      if (ending === null) this.staff = staff
      return ending
    } catch (problem) {
      this.isInvalid = true
      throw problem
    }
  }
}
