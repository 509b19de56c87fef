import type { Mail } from '../../../actors/mail'
import type { Clock } from '../../clock'

/** The machine's clock is not taken to be set for less than this, ms. */
export const CLOCK_SET_MS = 1_000
/** How often those that have passed are forgotten, ms. */
const FORGET_EVERY_MS = 30_000

type Deadline = Pick<Mail, 'id' | 'dueAt'> & { atTicks: number }
type Slotted = Pick<Mail, 'id' | 'timer'>

/**
 * When mail falls due by the clock that only goes forward. What is stored is a time of day, and whoever
 * sets the machine's clock moves that nearer or further away; what this process has set takes as
 * long as it was meant to all the same. There is one for each visitor who waits, so that it is only
 * remembered: each round of the mail room asks what is `overdue`.
 */
export const openDeadlines = (clock: Pick<Clock, 'now' | 'ticks'>) => {
  const bySlot = new Map<string, Deadline>()
  let forgotTicks = clock.ticks()
  /** By how much the time of day is ahead of what only goes forward, at most so far, ms. */
  let aheadMs = Number.NEGATIVE_INFINITY

  const forget = (ticks: number) => {
    forgotTicks = ticks
    const now = clock.now()
    for (const [slot, { dueAt, atTicks }] of bySlot)
      if (dueAt < now && ticks - atTicks > FORGET_EVERY_MS) bySlot.delete(slot)
  }

  return {
    /** It is due in so many ms from now, whatever its time of day says. */
    set({ id, dueAt, timer }: Slotted & Pick<Mail, 'dueAt'>, waitMs: number) {
      bySlot.set(slotOf({ id, timer }), { id, dueAt, atTicks: clock.ticks() + waitMs })
      // Of one that is to come sooner than its time of day the clock was set back before.
      aheadMs = Math.max(aheadMs, dueAt - clock.ticks() - waitMs)
    },
    stopAt: (slot: string) => void bySlot.delete(slot),
    has: (mail: Slotted) => bySlot.get(slotOf(mail))?.id === mail.id,
    /** How long it has still to wait, ms: 0 when it is due, or for all that is known. */
    leftMs(mail: Slotted) {
      const deadline = bySlot.get(slotOf(mail))
      return deadline?.id === mail.id ? Math.max(0, deadline.atTicks - clock.ticks()) : 0
    },
    /** Ids of what is due though its time of day is still to come. */
    overdue(): readonly string[] {
      const [now, ticks] = [clock.now(), clock.ticks()]
      if (ticks - forgotTicks > FORGET_EVERY_MS) forget(ticks)
      if (now - ticks >= aheadMs - CLOCK_SET_MS) return []
      const tooFar = [...bySlot.values()].filter(
        ({ dueAt, atTicks }) => dueAt - atTicks > now - ticks + CLOCK_SET_MS,
      )
      // Those that are left were all set by the clock as it is now.
      if (tooFar.length === 0) aheadMs = now - ticks
      return tooFar.filter(({ atTicks }) => atTicks <= ticks).map(({ id }) => id)
    },
    /** Their time of day is right by now. */
    done(ids: readonly string[]) {
      const all = new Set(ids)
      for (const [slot, { id }] of bySlot) if (all.has(id)) bySlot.delete(slot)
    },
    close: () => bySlot.clear(),
  }
}
export type Deadlines = ReturnType<typeof openDeadlines>

const slotOf = ({ id, timer }: Slotted): string => timer ?? id
