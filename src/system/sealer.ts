import type { Clock, Stop } from '../clock'
import type { Log } from '../log'
import type { Store } from '../store/store'
import { linked } from './sealer/chain'

/** How often it is looked for acts that are not in the chain yet, ms. */
const LOOK_MS = 500
/** After a look that failed, ms. */
const REST_MS = 10_000
/** Acts that are sealed in one transaction, and the pause before the next of many, ms. */
const TOGETHER = 100
const PAUSE_MS = 20

/**
 * Puts what people did into one chain, a moment after it was written: each act with the hash of the one
 * before. Whoever does something waits for none of it, and their turn takes no lock that others want.
 * Every node looks; of several at once one is first, and the others find the head moved on.
 */
export const openSealer = ({
  store,
  clock,
  log,
}: {
  store: Pick<Store, 'audit'>
  clock: Pick<Clock, 'after' | 'sleep'>
  log: Log
}) => {
  let soon: Stop | undefined
  let underway: Promise<void> | undefined
  let closed = false

  const wake = (ms: number) => {
    if (closed) return
    soon = clock.after(ms, () => {
      underway = attempt()
    })
  }
  const attempt = async () => {
    try {
      await sealAll()
      wake(LOOK_MS)
    } catch (problem) {
      log.warn('Acts of the audit could not be sealed yet', { problem })
      wake(REST_MS)
    }
  }
  const sealAll = async () => {
    while (!closed && (await sealSome(store.audit)) === TOGETHER) await clock.sleep(PAUSE_MS)
  }

  return {
    start: () => wake(0),
    /** Seals all there is, now; for those who turn the clock themselves. */
    round: sealAll,
    async stop() {
      closed = true
      soon?.()
      await underway
    },
  }
}

/** Seals the oldest that are not sealed; answers how many it looked at. */
export const sealSome = async (audit: Store['audit']): Promise<number> => {
  // The head first: what is sealed by somebody else from here on moves it, and this is refused.
  const from = await audit.head()
  const acts = await audit.unsealed(TOGETHER)
  const sealings = linked(acts, from)
  const last = sealings.at(-1)
  const at = acts.at(-1)?.at
  if (!last || at === undefined) return 0
  await audit.seal(sealings, { from, to: { seq: last.seq, hash: last.hash, at } })
  return acts.length
}
