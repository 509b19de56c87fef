import type { Clock } from '../../clock'

/** Rests that may be long: who stops does not wait for their end. */
export const openPause = (clock: Pick<Clock, 'after'>) => {
  let end: (() => void) | undefined
  return {
    wait: (ms: number) =>
      new Promise<void>((resolve) => {
        const cut = clock.after(ms, resolve)
        end = () => {
          cut()
          resolve()
        }
      }),
    end: () => end?.(),
  }
}
