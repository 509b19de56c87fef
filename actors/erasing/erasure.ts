/** What an erasure does, in this order. Each of these may be begun again after it was cut short. */
export const erasureSteps = [
  /** Their cookies are nobody's, and what is open ends: nothing new comes of them. */
  'stop',
  /** All that is theirs is looked up, and what others may have quoted. */
  'gather',
  'lines',
  'talks',
  'beside',
  'journals',
  'visitors',
  'audit',
  'index',
  /** The database lets go of what it no longer shows. */
  'compact',
] as const
export type ErasureStep = (typeof erasureSteps)[number]

/** What went, by its kind. */
export const erasedKinds = [
  ...['visitors', 'accounts', 'conversations', 'messages', 'files', 'quotes', 'mails', 'drafts'],
  ...['visits', 'blocks', 'events', 'acts', 'words'],
] as const
export type ErasedKind = (typeof erasedKinds)[number]
export type ErasedCounts = Readonly<Partial<Record<ErasedKind, number>>>

/** One conversation of theirs, and whose it is afterwards: somebody's of whom nothing is known. */
export type ErasedTalk = { id: string; nobody: string; own: boolean }

/** What is to be erased, for as long as that is under way. */
export type ErasurePlan = {
  visitors: readonly string[]
  customers: readonly string[]
  talks: readonly ErasedTalk[]
  /** Every name they went by, and addresses, numbers and the like by which they are known. */
  names: readonly string[]
  marks: readonly string[]
  /** What they said, as far as it is long enough to be known again, and what their files are called. */
  texts: readonly string[]
}

export const emptyPlan: ErasurePlan = {
  ...{ visitors: [], customers: [], talks: [], names: [], marks: [], texts: [] },
}

/** One person who is to be forgotten, as far as that has come. */
export type Erasure = {
  id: string
  at: number
  by: string
  byName: string
  /** SHA-256 of the id of their visitor: who has that id can tell that it was erased. */
  digest: string
  step: ErasureStep | 'done'
  /** How far within a step, for those that take long. */
  cursor: string
  plan: ErasurePlan
  counts: ErasedCounts
  doneAt: number | null
  /** Why it did not go on the last time; empty while it does. */
  problem: string
}

/** Some more of a kind went. */
export const more = (counts: ErasedCounts, kind: ErasedKind, n: number): ErasedCounts =>
  n === 0 ? counts : { ...counts, [kind]: (counts[kind] ?? 0) + n }

export const stepAfter = (step: ErasureStep): ErasureStep | 'done' =>
  erasureSteps[erasureSteps.indexOf(step) + 1] ?? 'done'
