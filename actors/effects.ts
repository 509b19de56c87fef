import type { Address } from './address'
import type { Decision } from './decision'
import type { Entry, EntryState } from './entry'
import type { DeskEvent, DueType } from './events'
import type { Fact } from './facts'
import type { Lines } from './lines'
import type { OwnRow, OwnRowKey } from './rows'

/**
 * Everything a machine can ask for besides its own delays. Closed: adding one is a type here,
 * a branch in `turn.ts` and a test at both ends.
 */
export type Effect =
  | { do: 'append'; entry: Omit<Entry, 'conversation' | 'edited' | keyof EntryState> }
  | { do: 'tell'; to: Address; event: DeskEvent }
  | { do: 'announce'; fact: Fact }
  | { do: 'keep'; row: OwnRow }
  | { do: 'drop'; key: OwnRowKey }
  | { do: 'decide'; decision: Decision }
  | { do: 'write'; lines: Lines }
  /** Something comes due at a time of day, ms UTC, instead of whenever it was to until now; null for never. */
  | { do: 'time'; due: DueType; at: number | null }
