import pack from '../../package.json'
import type { Clock } from '../clock'
import { LastMinute, type Took } from './last-minute'

/** How often it is looked whether the event loop comes round in time, ms. */
const LOOP_MS = 500

/** How a node feels: what it is, since when it runs, and how late it is with what it has to do. */
export type Vitals = {
  readonly version: string
  /** ms UTC. */
  readonly startedAt: number
  /** How late timers are. */
  loop(): Took
  /** How long pages wait that something rang for, until they look. */
  feeds: LastMinute
  /** Requests that were answered since the start, by the first figure of their status. */
  readonly answers: readonly number[]
  answered(status: number): void
  close(): void
}

export const openVitals = (clock: Pick<Clock, 'now' | 'ticks' | 'every'>): Vitals => {
  const loop = new LastMinute(clock.ticks)
  const answers = [0, 0, 0, 0, 0, 0]
  let due = clock.ticks() + LOOP_MS
  const stop = clock.every(LOOP_MS, () => {
    const now = clock.ticks()
    loop.add(Math.max(0, now - due))
    due = now + LOOP_MS
  })
  return {
    ...{ version: pack.version, startedAt: clock.now(), answers },
    loop: () => loop.get(),
    feeds: new LastMinute(clock.ticks),
    answered(status) {
      const of = Math.floor(status / 100)
      answers[of] = (answers[of] ?? 0) + 1
    },
    close: stop,
  }
}
