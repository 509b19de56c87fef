import { idOf } from '../../actors/address'
import { COUNTING_VERSION } from '../../actors/figures/fold'
import type { Uncounted } from '../store/ports/episodes'
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

/** Turns that one write counts: as long as they take, nobody else is served. */
const TURNS = 400
/** As long as it worked it leaves to others. */
const RESTS = 1

/** What a desk counts by: of another version, or by other clocks, it is counted anew. */
export const countedBy = (zone: string): string => `${COUNTING_VERSION} ${zone}`

/** Counts what happened in conversations, for the reports. */
export const openCounter = (parts: CounterParts) => {
  const { episodes } = parts.store
  return openFollower(
    {
      ...{ name: 'figures', kind: 'conversation' },
      ...{ setting: COUNTED_VERSION, version: countedBy(parts.zone), rests: RESTS },
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

const takeOver = ({ store: { episodes, turns }, zone }: CounterParts) => {
  const folds = openFolds(turns, zone)
  return async (behind: readonly Uncounted[]) => {
    const now: Uncounted[] = []
    let room = TURNS
    for (const one of behind) {
      if (room <= 0) break
      now.push(one)
      room -= one.version - folds.knownUpTo(one.address)
    }
    const left = behind.slice(now.length).map(({ address }) => idOf(address))
    if (now.length === 0) return { taken: 0, left }
    const counted = []
    for (const one of now) counted.push(await folds.count(one))
    // Somebody else was quicker with one of them: then they are looked at anew, those that need it.
    const outcome = await episodes.take(counted)
    const again = outcome === 'stale' ? now.map(({ address }) => idOf(address)) : []
    return { taken: now.length, left: [...left, ...again] }
  }
}
