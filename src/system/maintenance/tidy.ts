import type { Clock } from '../../clock'
import type { FileBytes } from '../../files/bytes'
import type { Store } from '../../store/store'
import { sweepUnsaid } from './unsaid-files'

/** How often what is over is thrown away, ms. */
const TIDY_MS = 3_600_000
const DAY_MS = 24 * TIDY_MS
/** Pause between two of the many small deletes that this is: others have the database meanwhile. */
const TIDY_PAUSE_MS = 20
/** The machine's clock is not taken to be set for less than this, ms. */
const CLOCK_SET_MS = 60_000
/** A visitor's cookie lives for a year after it was given out: later nobody brings it. */
const TOKEN_LIFE_MS = 366 * DAY_MS
/**
 * For so long it is kept which answers were mailed, ms: twice as long as the link of a mail opens, and
 * as an answer that nobody has seen is mailed at all.
 */
const LETTER_LIFE_MS = 14 * DAY_MS
/** The mail that opens an account opens none after a day, ms; a little longer it may be asked for again. */
const UNOPENED_LIFE_MS = 2 * DAY_MS
/** Words that nobody was sent wait for their author longer than a conversation can be put off, ms. */
const UNSENT_LIFE_MS = 400 * DAY_MS

type Swept =
  | 'accounts'
  | 'customers'
  | 'profiles'
  | 'visits'
  | 'nodes'
  | 'letters'
  | 'drafts'
  | 'scheduled'
  | 'files'
  | 'transcripts'

/**
 * What only grows: sessions that ended, with the browsers that were told in them, visitors who will
 * not come back, nodes that were killed, files that were never said, mail that went long ago, words that
 * were never sent.
 * Once an hour, however often it is asked to, and not within an hour after the clock was set forward:
 * if that was by mistake, what only seems to have ended is still there when it is put right.
 */
export const openTidy = (parts: {
  node: string
  store: Pick<Store, Swept>
  /** What is in files; whoever is given none sweeps none. */
  files?: Pick<FileBytes, 'remove'>
  clock: Pick<Clock, 'now' | 'ticks' | 'sleep'>
}) => {
  const { node, store, clock, files } = parts
  let stopped = false
  let tidiedTicks = Number.NEGATIVE_INFINITY
  /** By how much the time of day is ahead of what only goes forward, when it was last looked at, ms. */
  let aheadMs = Number.POSITIVE_INFINITY

  const inBatches = async (remove: () => Promise<boolean>) => {
    while (!stopped && (await remove())) await clock.sleep(TIDY_PAUSE_MS)
  }

  return {
    async tidy() {
      const [now, ticks] = [clock.now(), clock.ticks()]
      const wasAheadMs = aheadMs
      aheadMs = now - ticks
      if (aheadMs > wasAheadMs + CLOCK_SET_MS) tidiedTicks = ticks
      if (ticks - tidiedTicks < TIDY_MS) return
      await inBatches(() => store.accounts.tidy(now))
      await inBatches(() => signOutOver(store, now))
      await inBatches(() => store.customers.tidy(now - UNOPENED_LIFE_MS))
      await inBatches(() => store.profiles.forgetPushes(now))
      await inBatches(() => store.visits.forget(now - TOKEN_LIFE_MS))
      await inBatches(() => store.nodes.forget(node, now - DAY_MS))
      await inBatches(() => store.letters.forget(now - LETTER_LIFE_MS))
      await inBatches(() => store.drafts.forget(now - UNSENT_LIFE_MS))
      await inBatches(() => store.scheduled.forget(now - UNSENT_LIFE_MS))
      if (files) await inBatches(() => sweepUnsaid({ store, files, clock }))
      tidiedTicks = ticks
    },
    /** What is left of it waits for the next program. */
    stop() {
      stopped = true
    },
  }
}

/** First the cookie: what is cut short between is a session by which nobody is a visitor. */
const signOutOver = async (
  { customers, visits }: Pick<Store, 'customers' | 'visits'>,
  now: number,
): Promise<boolean> => {
  const over = await customers.over(now)
  await visits.dropTokens(over)
  await customers.closeSessions(over)
  return over.length > 0
}
