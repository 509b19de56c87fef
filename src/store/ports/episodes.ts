import type { Address } from '../../../actors/address'
import type { Dimension } from '../../../actors/figures/dimensions'
import type { Episode } from '../../../actors/figures/episode'
import type { Measures } from '../../../actors/figures/measures'

/** An episode with the day and hour at which it began, by the desk's clocks. */
export type DatedEpisode = Episode & { conversation: string; day: number; hour: number }

/** Which of them: days by their numbers, the last one too. `departments` are those that may be seen. */
export type EpisodeFilter = {
  from: number
  until: number
  departments: readonly string[] | null
  only: Readonly<Partial<Record<Dimension, string>>>
}

/**
 * What sums are told apart by: `hour` by the number of the day times 24 and the hour, `weekHour` by the
 * same of the weekday, 0 for Monday; `all` by nothing.
 */
export type Grouping = 'all' | 'day' | 'hour' | 'weekHour' | Dimension

export type Sum = { key: string; measures: Measures }

/** A journal of which not all is counted: `was` is how far it is, null for not at all. */
export type Uncounted = { address: Address; was: number | null; version: number }

/** What a conversation comes to once its journal is counted up to `version`. */
export type Counted = Uncounted & { episodes: readonly DatedEpisode[] }

export type EpisodePlace = { day: number; at: number; conversation: string; nth: number }

/** What figures count. Made of journals, and never the truth: all of it may be forgotten and made anew. */
export interface Episodes {
  /** In no order; a key of which there is nothing is left out. An episode of two tags is in both. */
  sums(filter: EpisodeFilter, by: Grouping): Promise<Sum[]>
  /** One after the other in the order they began. */
  list(filter: EpisodeFilter, after: EpisodePlace | null, limit: number): Promise<DatedEpisode[]>
  /** Which values of a dimension there are in these days, in the departments that may be seen. */
  values(filter: Omit<EpisodeFilter, 'only'>, dimension: Dimension): Promise<string[]>
  /**
   * Which of the conversations before an address, newest first, are not all counted; `next` is where
   * to go on, null at the end.
   */
  behind(
    before: string | null,
    limit: number,
  ): Promise<{ behind: Uncounted[]; next: string | null }>
  behindOf(conversations: readonly string[]): Promise<Uncounted[]>
  /** `stale`: somebody else counted one of them meanwhile, and nothing was written. */
  take(counted: readonly Counted[]): Promise<'done' | 'stale'>
  /** Forgets some of all there is; answers whether there is more. */
  clear(): Promise<boolean>
}
