import { LRUCache } from 'lru-cache'
import { type Address, idOf, kindOf } from '../../../actors/address'
import { localHourOf } from '../../../actors/figures/calendar'
import { countTurn, type Fold, nothingFolded } from '../../../actors/figures/fold'
import { beforeAll, moveOf } from '../../../actors/turn'
import type { Counted, DatedEpisode, Uncounted } from '../../store/ports/episodes'
import type { Turns } from '../../store/ports/turns'

/** Turns that are read together. */
const PAGE_TURNS = 500
/** Conversations of which it is remembered how far they were counted: mostly they go on from there. */
const REMEMBERED = 1_000

type Played = { version: number; state: ReturnType<typeof beforeAll>; fold: Fold }

/** Takes the turns of conversations again, by their journals, and counts them. */
export const openFolds = (turns: Pick<Turns, 'journal'>, zone: string) => {
  const known = new LRUCache<Address, Played>({ max: REMEMBERED })

  const play = async (address: Address): Promise<Played> => {
    let played = known.get(address) ?? {
      version: 0,
      state: beforeAll(address),
      fold: nothingFolded,
    }
    for (let isMore = true; isMore; ) {
      const page = await turns.journal(address, played.version, PAGE_TURNS)
      for (const { event, version } of page) {
        // What comes after a turn that cannot be read is not known.
        if (event === null) return played
        const { after } = moveOf(kindOf(address), played.state, event, version)
        const fold = countTurn(played.fold, event, played.state, after)
        played = { version, state: after, fold }
      }
      isMore = page.length === PAGE_TURNS
    }
    known.set(address, played)
    return played
  }

  return {
    knownUpTo: (address: Address): number => known.peek(address)?.version ?? 0,
    async count({ address, was, version }: Uncounted): Promise<Counted> {
      const { fold, version: upTo } = await play(address)
      const conversation = idOf(address)
      const episodes = fold.episodes.map(
        (episode): DatedEpisode => ({ ...episode, conversation, ...localHourOf(episode.at, zone) }),
      )
      return { address, was, version: Math.max(version, upTo), episodes }
    },
  }
}
