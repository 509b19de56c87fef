import type { Reads } from './rows'

/** An event as a machine sees it: with the version its turn makes and what was read for it. */
export type TurnEvent<Event> = Event & { version: number; reads: Reads }

/** One kind of an actor's events, as its rules get it. */
export type TurnEventOf<Event extends { type: string }, T extends Event['type']> = TurnEvent<
  Extract<Event, { type: T }>
>
