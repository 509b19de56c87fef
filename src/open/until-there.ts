import type { Clock } from '../clock'
import { backOff } from '../retry'

/** Asked to end while it waited. */
export class Stopped extends Error {
  override readonly name = 'Stopped'
}

/** Before the second try and between two of them later, ms. */
const pauseMs = backOff(500, 5_000)

/**
 * Opens something that may not be there yet, again and again. `whyAway` says why it is not, or
 * undefined for a fault that stays: that is thrown at once. `waits` is told each time. Rejects with
 * `Stopped` when `stopped` settles first.
 */
export const untilThere = async <Opened>(
  open: () => Promise<Opened>,
  {
    clock,
    stopped,
    whyAway,
    waits,
  }: {
    clock: Pick<Clock, 'after'>
    stopped: Promise<void> | undefined
    whyAway: (problem: unknown) => string | undefined
    waits: (why: string, problem: unknown) => Promise<void>
  },
): Promise<Opened> => {
  let isStopped = false
  const asked = stopped?.then(() => {
    isStopped = true
  })
  for (let failures = 0; ; failures += 1) {
    try {
      return await open()
    } catch (problem) {
      const why = whyAway(problem)
      if (why === undefined) throw problem
      await waits(why, problem)
    }
    const over = new Promise<void>((resolve) => clock.after(pauseMs(failures), resolve))
    await (asked ? Promise.race([over, asked]) : over)
    if (isStopped) throw new Stopped('Asked to end before the desk was open')
  }
}
