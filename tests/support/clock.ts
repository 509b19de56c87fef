import type { Clock, Stop } from '../../src/clock'

type Alarm = { at: number; nth: number; work(): void; again: number | null }

/** How far `until` turns the clock between two looks, ms. */
const STEP_MS = 50

/**
 * A clock that stands still until a test turns it. Its timers go off on the way, each at its own
 * moment, and what one of them began has its turn before the next goes off.
 */
export const openTestClock = (start = 1_700_000_000_000) => {
  let now = start
  let setMs = 0
  let made = 0
  const alarms = new Set<Alarm>()

  const set = (ms: number, work: () => void, again: number | null = null): Stop => {
    const alarm = { at: now + Math.max(0, ms), nth: made++, work, again }
    alarms.add(alarm)
    return () => void alarms.delete(alarm)
  }

  const goOff = (alarm: Alarm) => {
    now = Math.max(now, alarm.at)
    if (alarm.again === null) alarms.delete(alarm)
    else Object.assign(alarm, { at: alarm.at + alarm.again, nth: made++ })
    alarm.work()
  }

  const clock: Clock = {
    now: () => now + setMs,
    ticks: () => now,
    id: () => Bun.randomUUIDv7(),
    chance: () => 0.5,
    after: (ms, work) => set(ms, work),
    every: (ms, work) => set(ms, work, ms),
    sleep: (ms) => new Promise((resolve) => void set(ms, resolve)),
  }

  /** Lets so many ms pass. */
  const pass = async (ms: number) => {
    const end = now + ms
    for (;;) {
      const due = [...alarms].filter(({ at }) => at <= end)
      const next = due.sort((a, b) => a.at - b.at || a.nth - b.nth)[0]
      if (!next) break
      goOff(next)
      await Bun.sleep(0)
    }
    now = end
  }

  return {
    clock,
    pass,
    now: () => now + setMs,
    /** Sets the time of day, as the administrator of a machine does; nothing falls due by it. */
    set(ms: number) {
      setMs += ms
    },
    /** Turns the clock alone: whatever fell due meanwhile goes off when it is turned again. */
    jump(ms: number) {
      now += ms
    },
    /** How many timers are set. */
    timers: () => alarms.size,
    /** Turns the clock until something holds; fails when it does not within so many ms of its own. */
    async until<Found>(
      look: () => Found | Promise<Found>,
      within = 20_000,
    ): Promise<NonNullable<Found>> {
      const end = now + within
      for (;;) {
        const found = await look()
        if (found) return found
        if (now >= end) throw new Error('it did not come to hold')
        await pass(STEP_MS)
        await Bun.sleep(1)
      }
    },
  }
}
export type TestClock = ReturnType<typeof openTestClock>
