import type { ByLanguage } from '../../actors/form/field'

/**
 * A department to choose, and whether somebody is there now; `shut` outside its hours, with when it opens
 * again, ms UTC.
 */
export type Choice = {
  id: string
  /** What colleagues call it, and what visitors read. */
  name: string
  names: ByLanguage
  staffed: boolean
  shut?: { opensAt: number | null }
}

/** How many wait there, and how long one more probably would, ms; null when nobody can tell. */
export type Outlook = { ahead: number; estimate: number | null }

/** A department to choose, and what whoever chooses it has before them. */
export type StartChoice = Choice & Outlook
