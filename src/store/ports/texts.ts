import type { AuditRow } from '../../../actors/audit'
import type { Wording } from '../../../actors/text/wording'

/** Texts that visitors read, as far as the office says them otherwise. */
export interface Texts {
  all(): Promise<Wording[]>
  find(language: string, word: string): Promise<Wording | undefined>
  /**
   * In the place of the one with this version, null where there was none; with who did it, or not at
   * all. `changed` when it is another one by now.
   */
  put(wording: Wording, before: string | null, told?: AuditRow): Promise<'done' | 'changed'>
  /** As it is built in again: takes away the one with this version. */
  remove(
    wording: Pick<Wording, 'language' | 'word' | 'version'>,
    told?: AuditRow,
  ): Promise<'done' | 'changed'>
}
