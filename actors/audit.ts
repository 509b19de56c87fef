/** What is written down, for good: acts of supervisors and of the office, and who comes, looks and is refused. */
export const audited = [
  'watched',
  'whispered',
  'tookOver',
  'ended',
  'assigned',
  'blocked',
  'unblocked',
  'merged',
  'unmerged',
  'named',
  'created',
  'changed',
  'removed',
  'split',
  'unsplit',
  'exported',
  'imported',
  'lookedAt',
  'signedIn',
  'signInRefused',
  'signedOut',
  'refused',
  'accountMade',
  'accountChanged',
  'accountDisabled',
  'accountEnabled',
  'accountRemoved',
  'passwordSet',
  'linkMade',
  'factorSet',
  'factorRemoved',
  'codesMade',
  'passkeySet',
  'passkeyRemoved',
  'providerLinked',
  'providerUnlinked',
  'sessionsEnded',
  'roleMade',
  'roleChanged',
  'roleRemoved',
  'hoursChanged',
  'visitorChanged',
  'fileRemoved',
  'visitorsMerged',
  'visitorsParted',
  'erased',
  'held',
  'released',
  'expired',
  'revealed',
] as const
export type AuditedAct = (typeof audited)[number]

/** One act: who did what to what, and when. Rows are only ever added. */
export type AuditRow = {
  id: string
  at: number
  /** Id and name, as they were then. */
  actor: string
  actorName: string
  act: AuditedAct
  /** The address of what it was done to, as `conversation:<id>` or `block:<id>`. */
  object: string
  /** Where it came from, as limits count it, and the family of their browser; null from the machine itself. */
  address: string | null
  browser: string | null
  /** What of it is told in figures and words, by name. */
  detail: Readonly<Record<string, string | number | null>>
}

/** An act with its place in the chain; all three are null for a moment, until it is sealed. */
export type KeptAct = AuditRow & {
  /** Which one it is, from 1 on. */
  seq: number | null
  /** The hash of the one before; empty for the first. */
  prev: string | null
  hash: string | null
  /** What its `detail`, address and browser were hashed with; null for one that was sealed without. */
  salt: string | null
  /** Their hash, where they were erased because they named somebody, empty without a salt; else null. */
  erased: string | null
}

/** Where the chain ends: to be kept elsewhere, by whoever wants to prove later that all of it is there. */
export type AuditHead = { seq: number; hash: string; at: number }

/**
 * What is wrong with an act of the chain, or with its end:
 *
 *   altered    something of it is other than when it was sealed
 *   inserted   it was put between two that followed each other
 *   removed    there is none at this place, and there was
 *   moved      it does not follow the one before: those before it were swapped, or taken out
 *   otherHead  the chain does not have the head that somebody kept
 */
export type ChainFault = 'altered' | 'inserted' | 'removed' | 'moved' | 'otherHead'

export type Verified = {
  /** The first that is wrong: where, and which act where there is one; null when the chain is whole. */
  fault: { kind: ChainFault; seq: number; id: string | null } | null
  /** Where the chain ends; null while nothing is in it. */
  head: AuditHead | null
  /** Acts in the chain that are as they were sealed, up to the fault. */
  sealed: number
  /** Acts that wait for their seal: these are not proven yet. */
  unsealed: number
}
