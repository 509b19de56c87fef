import { isTimer } from '../../actors/events'
import type { Mail } from '../../actors/mail'
import type { Commit } from './commit'
import type { ActorParts } from './parts'
import type { Prepare } from './prepare'
import type { StepAside } from './step-aside'
import { lostAll, TURN_TRIES } from './tries'

/** How mail ended: with a turn, without one because it was consumed already, or not yet. */
export type Delivered = 'done' | 'gone' | 'parked'

/** A tell or a timer, consumed together with its turn. */
export const deliverOver =
  ({ store, clock }: ActorParts, prepare: Prepare, commit: Commit, stepAside: StepAside) =>
  async (mail: Mail): Promise<Delivered> => {
    // Late mail happens when it arrives, on the clock of the node that takes the turn.
    const event = isTimer(mail.event)
      ? { type: mail.event.type, at: Math.max(clock.now(), mail.dueAt) }
      : { ...mail.event, at: clock.now() }
    for (let tries = 0; tries < TURN_TRIES; tries += 1) {
      const { turn } = await prepare(mail.to, event, tries > 0)
      if (!turn) return 'parked'
      if (turn.rejected && tries === 0 && store.shared) continue
      const outcome = await commit(turn, mail.id)
      if (outcome === 'done' || outcome === 'gone') return outcome
      if (!(await stepAside(mail.to, tries))) return 'parked'
    }
    throw lostAll(mail.to)
  }
