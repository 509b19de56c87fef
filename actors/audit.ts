/** What of a supervisor's and the office's acts is written down, for good. */
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
  /** What of it is told in figures and words, by name. */
  detail: Readonly<Record<string, string | number | null>>
}
