import { LRUCache } from 'lru-cache'
import { type Address, idOf, kindOf } from '../../../actors/address'
import { localHourOf } from '../../../actors/figures/calendar'
import { countTurn, type Fold, nothingFolded } from '../../../actors/figures/fold'
import { beforeAll, moveOf } from '../../../actors/turn'
import type { Counted, DatedEpisode, Uncounted } from '../../store/ports/episodes'
import type { JournalRow, Turns } from '../../store/ports/turns'

/** Turns that are read together. */
const PAGE_TURNS = 500
/** Conversations of which it is remembered how far they were counted: mostly they go on from there. */
const REMEMBERED = 1_000

type Played = { version: number; state: ReturnType<typeof beforeAll>; fold: Fold }

type Journals = Pick<Turns, 'journal' | 'journals'>

/** Takes the turns of conversations again, by their journals, and counts them. */
export const openFolds = (turns: Journals, zone: string) => {
  const known = new LRUCache<Address, Played>({ max: REMEMBERED })

  const play = async (address: Address, whole?: readonly JournalRow[]): Promise<Played> => {
    const began = known.get(address) ?? beginning(address)
    let played = whole ? playOn(address, began, whole) : began
    for (let isMore = !whole; isMore; ) {
      const page = await turns.journal(address, played.version, PAGE_TURNS)
      played = playOn(address, played, page)
      isMore = page.length === PAGE_TURNS && page.at(-1)?.version === played.version
    }
    known.set(address, played)
    return played
  }

  const knownUpTo = (address: Address): number => known.peek(address)?.version ?? 0
  return {
    knownUpTo,
    async count(some: readonly Uncounted[]): Promise<Counted[]> {
      // Those that are short and of which nothing is known are read together.
      const short = some.filter(
        ({ address, version }) => version <= PAGE_TURNS && knownUpTo(address) === 0,
      )
      const journals = await turns.journals(short.map(({ address }) => address))
      const counted: Counted[] = []
      for (const { address, was, version } of some) {
        const { fold, version: upTo } = await play(address, journals.get(address))
        const conversation = idOf(address)
        const episodes = fold.episodes.map(
          (episode): DatedEpisode => ({
            ...{ ...episode, conversation },
            ...localHourOf(episode.at, zone),
          }),
        )
        counted.push({ address, was, version: Math.max(version, upTo), episodes })
      }
      return counted
    },
  }
}

const beginning = (address: Address): Played => ({
  ...{ version: 0, state: beforeAll(address), fold: nothingFolded },
})

/** Goes on with turns that follow; what comes after one that cannot be read is not known. */
const playOn = (address: Address, from: Played, rows: readonly JournalRow[]): Played => {
  let played = from
  for (const { event, version } of rows) {
    if (event === null) return played
    const { after } = moveOf(kindOf(address), played.state, event, version)
    const fold = countTurn(played.fold, event, played.state, after)
    played = { version, state: after, fold }
  }
  return played
}
