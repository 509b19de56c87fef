import type { Effect } from './effects'
import type { Reads } from './rows'

/** What a rule answers: the parts of the context that change, and what it asks for. */
export type Step<Context> = { context?: Partial<Context>; effects?: readonly Effect[] }

/** An event as a machine sees it: with the version its turn makes and what was read for it. */
export type Taken<Event> = Event & { version: number; reads: Reads }
