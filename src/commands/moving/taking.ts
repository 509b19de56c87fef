import type { Store } from '../../store/store'
import type { Desk } from '../desk'
import type { Refs } from './refs'

/** What a line is taken with. Without a desk it is only looked at: nothing is written. */
export type Taking = {
  store: Store
  desk: Desk | null
  now: () => number
  refs: Refs
  /** What is done once all lines of a stretch are there. */
  later: (() => Promise<void>)[]
}
