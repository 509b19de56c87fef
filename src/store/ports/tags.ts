import type { AuditRow } from '../../../actors/audit'
import type { Tag } from '../../../actors/tag'

/** What the list of tags is, while something of it is changed: the version of each, null for none. */
export type TagWrite = { tag: Tag; before: string | null }

/** The list of tags. `told` is what the audit is told of a write: both are written, or neither. */
export interface Tags {
  /** By name, also those that are called otherwise now, or on their way out. */
  all(): Promise<Tag[]>
  /** Those that conversations still have to be told of. */
  leaving(): Promise<Tag[]>
  /** How many conversations have which, by key. */
  uses(): Promise<ReadonlyMap<string, number>>
  /** Writes some, each while it is still as it was looked at. */
  put(writes: readonly TagWrite[], told?: AuditRow): Promise<'done' | 'changed'>
  /** Conversations were told: it stays as another name of the tag it went into, or is gone. */
  settle(tag: Tag): Promise<void>
}
