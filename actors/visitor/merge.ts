import type { Profile } from './profile'
import type { Visit } from './visit'

/** How long two visitors who were made one can be two again, ms. */
export const VISITOR_MERGE_UNDO_MS = 24 * 3_600_000

/** What is known of somebody, which two visitors who become one both bring. */
export type Known = {
  name: string
  email: string
  subject: string
  fromSite: Readonly<Record<string, string>>
  profile: Profile
  pinned: boolean
}

/** What went over with a visitor, and what was before on either side: so that it can go back. */
export type MovedWith = {
  /** Their conversations, newest first, each with the name it knew them by. */
  conversations: readonly { id: string; name: string }[]
  /** Hashes of their cookies, and of who they are on a site. */
  tokens: readonly string[]
  subjects: readonly string[]
  /** Blocks that hold for the other from then on. */
  blocks: readonly string[]
  /** What was known of the one who stays, before. */
  before: Known | null
  /** The visits of the one who went, and of the one who stays. */
  visit: Visit | null
  otherVisit: Visit | null
}

export const nothingMoved: MovedWith = {
  ...{ conversations: [], tokens: [], subjects: [], blocks: [] },
  ...{ before: null, visit: null, otherVisit: null },
}
