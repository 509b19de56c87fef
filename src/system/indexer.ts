import { WORDS_VERSION } from '../../actors/search/words'
import type { Store } from '../store/store'
import { type FollowerParts, openFollower } from './follower'
import { intakesOver } from './indexer/intakes'

/** Which words the index was made of: another one, or none, and it is made anew. */
export const INDEX_VERSION = 'search.version'

export type IndexerParts = FollowerParts & {
  store: Pick<Store, 'search' | 'transcripts' | 'conversations' | 'visitors'>
}

/** Pages and messages come first: it may take long until the index has all. */
const RESTS = 30

/** Takes what was said into the index of the search. */
export const openIndexer = (parts: IndexerParts) => {
  const { search } = parts.store
  return openFollower(
    {
      ...{
        name: 'search',
        kind: 'conversation',
        setting: INDEX_VERSION,
        version: String(WORDS_VERSION),
        rests: RESTS,
        catchingUpRests: RESTS,
      },
      behind: search.behind,
      behindOf: search.behindOf,
      take: intakesOver(parts.store),
      clear: search.clear,
      says: {
        upToDate: 'The index of the search is up to date',
        anew: 'The index of the search is made anew',
        failed: 'The index of the search could not be written',
      },
    },
    parts,
  )
}
