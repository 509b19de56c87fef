import { idOf, kindOf } from '../../actors/address'
import type { Fact } from '../../actors/facts'
import { BROUGHT_IN } from '../../actors/moving/brought-in'
import { WORDS_VERSION } from '../../actors/search/words'
import type { Bus } from '../bus/bus'
import type { Clock, Stop } from '../clock'
import type { Log } from '../log'
import type { Store } from '../store/store'
import { intakesOver } from './indexer/intakes'
import { openSweep } from './indexer/sweep'
import { openTurns } from './indexer/turns'

/** What is said within so long is taken in together, ms. */
const GATHER_MS = 200
/** How often it is looked whether the index is to be made anew, and whether a node is still at it, ms. */
const LOOK_MS = 10_000
/** Conversations that are looked at together. */
const CONVERSATIONS = 64
/** Which words the index was made of: another one, or none, and it is made anew. */
export const INDEX_VERSION = 'search.version'

export type IndexerParts = {
  node: string
  store: Pick<
    Store,
    'search' | 'transcripts' | 'conversations' | 'visitors' | 'accounts' | 'shared'
  >
  bus: Pick<Bus, 'subscribeAll' | 'onReconnect'>
  clock: Clock
  log: Log
}

/**
 * Takes what was said into the index of the search, a moment after it was said: who says something
 * waits for none of it. It hears of each line by the bus, and looks over all conversations for what
 * it did not hear of: at its start, after rings were missed, when much was brought in from elsewhere, and
 * once an hour. Among nodes one does it.
 */
export const openIndexer = (parts: IndexerParts) => {
  const { store, bus, clock } = parts
  const heard = new Set<string>()
  const intakes = intakesOver(store)
  const sweep = openSweep(parts)
  const turns = openTurns(parts, { took: sweep.again })
  const stops: Stop[] = []
  let soon: Stop | undefined
  let underway: Promise<void> | undefined
  let closed = false

  const hear = ({ topic, what }: Fact) => {
    if ((what !== 'said' && what !== 'state') || kindOf(topic) !== 'conversation') return
    if (topic === BROUGHT_IN) sweep.again()
    else heard.add(idOf(topic))
    wake(GATHER_MS)
  }
  const wake = (ms: number) => {
    if (closed || underway) return
    soon ??= clock.after(ms, () => void run())
  }
  /** Takes in some of what there is to take in; whether there was any. */
  const step = async (): Promise<boolean> => {
    const some = [...heard].slice(0, CONVERSATIONS)
    for (const id of some) heard.delete(id)
    const found = some.length > 0 ? await store.search.behindOf(some) : await sweep.next()
    const { taken, left } = await intakes(found, some)
    for (const id of left) heard.add(id)
    return some.length > 0 || taken > 0 || sweep.isUnderway()
  }
  const run = () => {
    soon = undefined
    underway = attempt().finally(() => {
      underway = undefined
      if (heard.size > 0) wake(GATHER_MS)
    })
    return underway
  }
  const attempt = async () => {
    try {
      if (!(await turns.isOurs())) return heard.clear()
      await renewed(parts, sweep.again)
      for (let more = true; more && !closed; ) {
        const from = clock.ticks()
        more = await step()
        if (more && !closed) await clock.sleep(turns.restMs(clock.ticks() - from))
      }
    } catch (problem) {
      // Whatever it was, it is looked for again.
      sweep.again()
      parts.log.warn('The index of the search could not be written', { problem })
    }
  }

  return {
    start() {
      stops.push(bus.subscribeAll(hear), bus.onReconnect(sweep.again))
      stops.push(clock.every(LOOK_MS, () => wake(0)))
      wake(0)
    },
    /** Takes in all there is, now; for those who turn the clock themselves. */
    round: async () => {
      await underway
      await run()
    },
    async stop() {
      closed = true
      soon?.()
      for (const stop of stops) stop()
      await underway
    },
  }
}

/** Forgets the whole index when it is made of other words than ours. */
const renewed = async ({ store, clock, log }: IndexerParts, again: () => void) => {
  const version = String(WORDS_VERSION)
  if ((await store.accounts.setting(INDEX_VERSION)) === version) return
  while (await store.search.clear()) await clock.sleep(GATHER_MS / 10)
  await store.accounts.setSetting(INDEX_VERSION, version)
  again()
  log.info('The index of the search is made anew')
}
