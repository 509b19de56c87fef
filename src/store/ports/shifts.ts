import type { Address } from '../../../actors/address'
import type { ShiftSpan } from '../../../actors/figures/shift'
import type { Stored } from '../../../actors/snapshot'

/** What an agent was when their journal was read last, and the span they were in. */
export type Reached = { stored: Stored; span: ShiftSpan | null }

/** A journal that goes on after `was`, null for its beginning; `reached` is what was there. */
export type BehindShift = {
  address: Address
  was: number | null
  version: number
  reached: Reached | null
}

/** What a journal comes to up to `version`: the spans that began since. */
export type ShiftIntake = BehindShift & { spans: readonly ShiftSpan[] }

/** From when on agents were what. Made of their journals, and never the truth. */
export interface Shifts {
  /** Those of an agent that a time has something of, in order: the first may begin before it. */
  spans(agent: string, from: number, until: number): Promise<ShiftSpan[]>
  /** The same as of the episodes: whose journals are not all read. */
  behind(
    before: string | null,
    limit: number,
  ): Promise<{ behind: BehindShift[]; next: string | null }>
  behindOf(agents: readonly string[]): Promise<BehindShift[]>
  /** `stale`: somebody else read one of them meanwhile, and nothing was written. */
  take(intakes: readonly ShiftIntake[]): Promise<'done' | 'stale'>
  /** Forgets some of all there is; answers whether there is more. */
  clear(): Promise<boolean>
}
