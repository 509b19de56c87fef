import { isDeepEqual } from '../equal'
import { type Profile, profileLimits } from './profile'
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
  /** Blocks that hold for the other too from then on, under ids of their own. */
  blocks: readonly { of: string; id: string }[]
  /** What was known of the one who stays, and of the one who went, before. */
  before: Known | null
  goes: Known | null
  /** The visits of the one who went, and of the one who stays. */
  visit: Visit | null
  otherVisit: Visit | null
}

export const nothingMoved: MovedWith = {
  ...{ conversations: [], tokens: [], subjects: [], blocks: [] },
  ...{ before: null, goes: null, visit: null, otherVisit: null },
}

/** Notes of both, as far as there is room. */
const bothNotes = (one: string, other: string): string =>
  [...[one, other].filter(Boolean).join('\n\n')].slice(0, profileLimits.notes).join('')

const first = <Value>(all: Readonly<Record<string, Value>>, limit: number) =>
  Object.fromEntries(Object.entries(all).slice(0, limit))

/** What is known of two who are one: of what both have, what the one who stays has. */
export const knownOfBoth = (stays: Known, goes: Known): Known => {
  const { profile: own, ...about } = stays
  const { profile: other } = goes
  return {
    ...about,
    name: stays.name || goes.name,
    email: stays.email || goes.email,
    subject: stays.subject || goes.subject,
    fromSite: { ...goes.fromSite, ...stays.fromSite },
    pinned: stays.pinned || goes.pinned,
    profile: {
      phone: own.phone || other.phone,
      company: own.company || other.company,
      notes: bothNotes(own.notes, other.notes),
      tags: [...new Set([...own.tags, ...other.tags])].slice(0, profileLimits.tags),
      attributes: first({ ...own.attributes, ...unlike(other, own) }, profileLimits.attributes),
    },
  }
}

/** Attributes that the other has and they have not. */
const unlike = (other: Profile, own: Profile): Profile['attributes'] =>
  Object.fromEntries(
    Object.entries(other.attributes).filter(([key]) => !Object.hasOwn(own.attributes, key)),
  )

/** What is known once they are two again: as it was before, but for what was changed since. */
export const knownAfterParting = (
  now: Known,
  { before, goes }: { before: Known; goes: Known },
): Known => {
  const both = knownOfBoth(before, goes)
  const back = <Value>(is: Value, was: Value, then: Value): Value =>
    isDeepEqual(is, was) ? then : is
  const { profile: p } = now
  return {
    name: back(now.name, both.name, before.name),
    email: back(now.email, both.email, before.email),
    subject: back(now.subject, both.subject, before.subject),
    fromSite: back(now.fromSite, both.fromSite, before.fromSite),
    pinned: back(now.pinned, both.pinned, before.pinned),
    profile: {
      phone: back(p.phone, both.profile.phone, before.profile.phone),
      company: back(p.company, both.profile.company, before.profile.company),
      notes: back(p.notes, both.profile.notes, before.profile.notes),
      tags: back(p.tags, both.profile.tags, before.profile.tags),
      attributes: back(p.attributes, both.profile.attributes, before.profile.attributes),
    },
  }
}
