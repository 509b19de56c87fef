import { folded } from '../canned/search'

/** Who has no name is told apart by a few characters of their id. */
export const nameless = (id: string): string => `Visitor ${id.slice(-4).toUpperCase()}`

/** Code points of a name that put it in order. */
export const SORT_POINTS = 60

/** By which a name stands among others, whatever its case and accents. */
export const sortNameOf = (name: string): string => [...folded(name)].slice(0, SORT_POINTS).join('')
