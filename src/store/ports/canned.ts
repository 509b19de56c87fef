import type { AuditRow } from '../../../actors/audit'
import type { CannedReply } from '../../../actors/canned/reply'

/** How a write ended: another of its holder has that code, or it is not as it was looked at. */
export type CannedOutcome = 'done' | 'taken' | 'changed'

/**
 * Words that were prepared. `codeKey` is a code as it is compared; `told` is what the audit is told of a
 * write: both are written, or neither.
 */
export interface Canned {
  /** Those of some holders, by code. */
  of(holders: readonly string[]): Promise<CannedReply[]>
  all(): Promise<CannedReply[]>
  find(id: string): Promise<CannedReply | undefined>
  create(reply: CannedReply, codeKey: string, told?: AuditRow): Promise<'done' | 'taken'>
  /** Writes it anew while it is still of the `version` that was looked at. */
  change(
    reply: CannedReply,
    codeKey: string,
    version: string,
    told?: AuditRow,
  ): Promise<CannedOutcome>
  /** One that is gone already is done. */
  remove(id: string, told?: AuditRow): Promise<void>
  /** Counts that it was put into a message. */
  used(id: string): Promise<void>
}
