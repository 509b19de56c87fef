import type { Clock } from '../clock'

/** How long an answer is taken for true without a ring, ms: one may have been lost. */
const TTL_MS = 5_000

export type TtlMemo<Answer> = { get(): Promise<Answer>; drop(): void }

/**
 * One answer of the store that many want. The first asks for it; who comes within five seconds of
 * that has the same one, also while it is on its way. A failure is told to all who wait for it and
 * not kept: the next one asks again. A ring drops it, and with it what is on its way, which may
 * have been read before what was rung for.
 */
export const ttlMemo = <Answer>(clock: Clock, ask: () => Promise<Answer>): TtlMemo<Answer> => {
  let kept: { at: number; answer: Promise<Answer> } | undefined
  return {
    get() {
      const at = clock.ticks()
      if (kept && at - kept.at < TTL_MS) return kept.answer
      const asked = { at, answer: ask() }
      kept = asked
      asked.answer.catch(() => {
        if (kept === asked) kept = undefined
      })
      return asked.answer
    },
    drop() {
      kept = undefined
    },
  }
}
