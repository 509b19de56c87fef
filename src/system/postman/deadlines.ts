import type { Mail } from '../../../actors/mail'
import type { Clock, Stop } from '../../clock'

/** The machine's clock is not taken to be set for less than this, ms. */
export const CLOCK_SET_MS = 1_000
/** Longest sleep, ms: a timer of the machine cannot be set further ahead than some weeks. */
const SLEEP_MS = 24 * 3_600_000

type Deadline = Pick<Mail, 'id' | 'dueAt'> & { atTicks: number; stop: Stop }
type Slotted = Pick<Mail, 'id' | 'timer'>

/**
 * When mail falls due by the clock that only goes forward. What is stored is a time of day, and whoever
 * sets the machine's clock moves that nearer or further away; what this process has set takes as
 * long as it was meant to all the same. `late` is told that something has taken too long already.
 */
export const openDeadlines = (clock: Clock, late: () => void) => {
  const bySlot = new Map<string, Deadline>()
  const overdue = new Set<string>()

  const arm = (slot: string, { id, dueAt }: Pick<Mail, 'id' | 'dueAt'>, atTicks: number) => {
    const waitMs = Math.max(0, Math.min(atTicks - clock.ticks(), SLEEP_MS))
    const stop = clock.after(waitMs, () => {
      if (clock.ticks() < atTicks) return arm(slot, { id, dueAt }, atTicks)
      bySlot.delete(slot)
      if (dueAt <= clock.now()) return
      overdue.add(id)
      late()
    })
    bySlot.set(slot, { id, dueAt, atTicks, stop })
  }

  const stopAt = (slot: string) => {
    bySlot.get(slot)?.stop()
    bySlot.delete(slot)
  }

  return {
    /** It is due in so many ms from now, whatever its time of day says. */
    set(mail: Slotted & Pick<Mail, 'dueAt'>, waitMs: number) {
      const slot = slotOf(mail)
      stopAt(slot)
      arm(slot, mail, clock.ticks() + waitMs)
    },
    stopAt,
    has: (mail: Slotted) => bySlot.get(slotOf(mail))?.id === mail.id,
    /** How long it has still to wait, ms: 0 when it is due, or for all that is known. */
    leftMs(mail: Slotted) {
      const deadline = bySlot.get(slotOf(mail))
      return deadline?.id === mail.id ? Math.max(0, deadline.atTicks - clock.ticks()) : 0
    },
    /** Ids of what is due though its time of day is still to come; kept until `done`. */
    overdue: (): readonly string[] => [...overdue],
    done(ids: readonly string[]) {
      for (const id of ids) overdue.delete(id)
    },
    close() {
      for (const slot of [...bySlot.keys()]) stopAt(slot)
    },
  }
}
export type Deadlines = ReturnType<typeof openDeadlines>

const slotOf = ({ id, timer }: Slotted): string => timer ?? id
