import { idOf } from '../../actors/address'
import { COUNTING_VERSION } from '../../actors/figures/fold'
import type { Counted, Uncounted } from '../store/ports/episodes'
import type { Store } from '../store/store'
import { openFolds } from './counter/folds'
import { type FollowerParts, openFollower } from './follower'

/** How figures were counted, and by which clocks: otherwise, and all are counted anew. */
export const COUNTED_VERSION = 'figures.version'

export type CounterParts = FollowerParts & {
  store: Pick<Store, 'episodes' | 'turns'>
  /** Whose days and hours they are, an IANA name. */
  zone: string
}

/** Turns that are counted without a rest: as long as they take, nobody else is served. */
const TURNS = 400
/** In times of its work: who writes now comes first, and what was is not waited for too long. */
const RESTS = 30
const CATCHING_UP_RESTS = 0.5

/** What a desk counts by: of another version, or by other clocks, it is counted anew. */
export const countedBy = (zone: string): string => `${COUNTING_VERSION} ${zone}`

/** Counts what happened in conversations, for the reports. */
export const openCounter = (parts: CounterParts) => {
  const { episodes } = parts.store
  return openFollower(
    {
      ...{ name: 'figures', kind: 'conversation' },
      ...{ setting: COUNTED_VERSION, version: countedBy(parts.zone), rests: RESTS },
      catchingUpRests: CATCHING_UP_RESTS,
      behind: episodes.behind,
      behindOf: episodes.behindOf,
      take: takeOver(parts),
      clear: episodes.clear,
      says: {
        upToDate: 'The figures of the reports are up to date',
        anew: 'The figures of the reports are counted anew',
        failed: 'The figures of the reports could not be counted',
      },
    },
    parts,
  )
}

const takeOver = ({ store: { episodes, turns }, clock, zone }: CounterParts) => {
  const folds = openFolds(turns, zone)
  return async (behind: readonly Uncounted[]) => {
    const counted: Counted[] = []
    for (let next = 0; next < behind.length; ) {
      const from = clock.ticks()
      const some = stretchOf(behind, next, folds)
      counted.push(...(await folds.count(some)))
      next += some.length
      if (next < behind.length)
        await clock.sleep(Math.max(1, (clock.ticks() - from) * CATCHING_UP_RESTS))
    }
    if (counted.length === 0) return { taken: 0, left: [] }
    // Somebody else was quicker with one of them: then they are looked at anew, those that need it.
    const outcome = await episodes.take(counted)
    return {
      taken: counted.length,
      left: outcome === 'stale' ? behind.map(({ address }) => idOf(address)) : [],
    }
  }
}

/** Those from a place on that are counted without a rest. */
const stretchOf = (
  behind: readonly Uncounted[],
  from: number,
  folds: { knownUpTo(address: Uncounted['address']): number },
): readonly Uncounted[] => {
  let room = TURNS
  let upTo = from
  for (const { address, version } of behind.slice(from)) {
    if (room <= 0) break
    room -= version - folds.knownUpTo(address)
    upTo += 1
  }
  return behind.slice(from, upTo)
}
