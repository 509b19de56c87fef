import type { AuditRow } from '../../../actors/audit'

/** The app of somebody that shows codes; `secret` is sealed, `usedStep` counts steps of 30 s. */
export type Factor = { account: string; secret: string; createdAt: number; usedStep: number }

/**
 * Second factors. What the audit is `told` of a write is written with it, or neither is.
 */
export interface Factors {
  find(account: string): Promise<Factor | undefined>
  /** Accounts that have one. */
  accounts(): Promise<string[]>
  /** With the hashes of the recovery codes that come with it; `taken` where there is one already. */
  add(factor: Factor, codes: readonly string[], told?: AuditRow): Promise<'done' | 'taken'>
  /**
   * Takes it away with its recovery codes; one that is gone already is done. Unless it `keeps` their passkeys, these go too,
   * and none was shown in any session then.
   */
  remove(account: string, how: { keeps: boolean }, told?: AuditRow): Promise<void>
  /** That the code of a step was used, while that of `before` was the last: of several at once one gets `done`. */
  use(account: string, step: number, before: number): Promise<'done' | 'changed'>
  /** Puts other recovery codes in the place of those that are there. */
  renewCodes(account: string, codes: readonly string[], told?: AuditRow): Promise<void>
  countCodes(account: string): Promise<number>
  /** Takes a recovery code away, by its hash: of several at once one gets `done`. */
  useCode(account: string, hash: string): Promise<'done' | 'gone'>
  /** Roles whose people need one. */
  forced(): Promise<string[]>
  force(role: string, isForced: boolean, told?: AuditRow): Promise<void>
}
