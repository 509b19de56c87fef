import type { Entry } from '../../../actors/entry'
import type { Stretch } from '../../../actors/search/match'

/** A line that was found, what of it is searched, and where it has what was searched for. */
export type Matched = { entry: Entry; text: string; places: readonly Stretch[] }
