import type { Clock } from '../clock'
import type { Log } from '../log'
import type { Store } from '../store/store'

/** How often the database is asked what time it is, ms. */
const ASK_MS = 5_000
/** An answer that took longer says too little, ms. */
const SLOW_MS = 1_000
/** What is nearer than this is not put right, ms. */
const NEAR_MS = 250
/** By how much this machine's clock may be wrong before it is said, ms. */
const WRONG_MS = 2_000

/**
 * The clock that a desk goes by. Nodes that share a database all go by its time of day: what one of
 * them stores as due is due for the others at the same moment, whatever their machines say. Between
 * two answers it goes on by the ticks, so that nobody who sets this machine's clock moves it. A desk
 * that shares with nobody goes by its machine. Rejects as the store does.
 */
export const openOneClock = async (
  own: Clock,
  { store, log }: { store: Pick<Store, 'shared' | 'health'>; log: Log },
): Promise<{ clock: Clock; close(): void }> => {
  if (!store.shared) return { clock: own, close: () => {} }
  /** What is added to the ticks, ms. */
  let aheadMs = Number.NaN
  let isToldWrong = false

  /** By how much this machine's clock is off is said once. */
  const compare = (ownAheadMs: number) => {
    const isWrong = Math.abs(ownAheadMs) > WRONG_MS
    if (isWrong && !isToldWrong)
      log.warn('this machine has another time than the database, by which the desk goes', {
        aheadMs: Math.round(ownAheadMs),
      })
    isToldWrong = isWrong
  }

  const look = async () => {
    const before = own.ticks()
    const { now } = await store.health()
    const after = own.ticks()
    const isFirst = Number.isNaN(aheadMs)
    if (!isFirst && after - before > SLOW_MS) return
    const answeredAheadMs = now - (before + after) / 2
    if (isFirst || Math.abs(answeredAheadMs - aheadMs) > NEAR_MS) aheadMs = answeredAheadMs
    compare(own.now() - after - aheadMs)
  }

  await look()
  let isAsking = false
  const close = own.every(ASK_MS, () => {
    if (isAsking) return
    isAsking = true
    // A database that is away is asked again; until then the ticks go on.
    void look()
      .catch(() => {})
      .finally(() => {
        isAsking = false
      })
  })
  return { clock: { ...own, now: () => Math.round(own.ticks() + aheadMs) }, close }
}
