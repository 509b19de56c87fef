import type { Stretch } from '../../../actors/search/match'
import type { Hit } from '../../store/ports/search'

/** A line that was found, what of it is searched, and where it has what was searched for. */
export type Matched = {
  hit: Hit & { entry: NonNullable<Hit['entry']> }
  text: string
  places: readonly Stretch[]
}
