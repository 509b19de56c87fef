import { type Measures, nothingMeasured } from './measures'

/** By whom or what an episode ended; `elsewhere` when it goes on in another conversation. */
export const endings = ['agent', 'visitor', 'silence', 'elsewhere'] as const
export type Ending = (typeof endings)[number]

/** Where a visitor came from, as far as it is known; empty where it is not. */
export type Came = {
  /** What a campaign calls itself, else the site that led them here. */
  source: string
  /** ISO 3166. */
  country: string
  /** `desktop`, `mobile` or `tablet`. */
  device: string
}

export const cameFromNowhere: Came = { source: '', country: '', device: '' }

/**
 * A conversation from its opening, or from when it was reopened, until it ends: what figures count. All of
 * it counts at the time it began.
 */
export type Episode = Came & {
  /** 1 for the first of its conversation. */
  nth: number
  /** When it began and ended, ms UTC; it goes on while the second is null. */
  at: number
  endedAt: number | null
  endedBy: Ending | null
  /** The department it was in last, and the agent who had it last; null for nobody. */
  department: string
  agent: string | null
  language: string
  /** As it was tagged when it was looked at last. */
  tags: readonly string[]
  /** 1 to 5; 0 for none. */
  rating: number
  measures: Measures
}

export const newEpisode = (
  begins: Pick<Episode, 'nth' | 'at' | 'department' | 'language'> & Came,
): Episode => ({
  ...{ endedAt: null, endedBy: null, agent: null, tags: [], rating: 0 },
  measures: { ...nothingMeasured, conversations: 1, reopened: begins.nth > 1 ? 1 : 0 },
  ...begins,
})
