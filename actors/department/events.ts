import type { Figures, Wants } from '../rows'
import type { TurnEventOf } from '../turn-event'
import type { DepartmentSettings } from './settings'

export type DepartmentPersonEvent =
  /** What differs from the settings that every department begins with. */
  | { type: 'created'; at: number; name: string; changes: Partial<DepartmentSettings> }
  /** `before` is what it was changed from, where somebody looked: nothing else is written over. */
  | {
      type: 'configured'
      at: number
      changes: Partial<DepartmentSettings>
      before?: DepartmentSettings
    }
  | { type: 'renamed'; at: number; name: string; before?: string }
  /** Nobody chooses it any more; what was asked of it goes on. */
  | { type: 'removed'; at: number }
  | { type: 'restored'; at: number }
  /** The slow sweep's proof that nothing is stuck. */
  | { type: 'swept'; at: number }

/** What an agent's turn says to each of their departments. */
export type FloorReport = Figures & { member: boolean }

/** How an offer went; `holds`: they have it already, as far as they have heard. */
export type Outcome = 'took' | 'ringing' | 'declined' | 'full' | 'away' | 'holds'

export type DepartmentDeskEvent =
  | {
      type: 'queued'
      at: number
      conversation: string
      ticket: number
      front: boolean
      /** A colleague of another department hands it over: it stands before all others. */
      isHanded?: boolean
      /** The agent it rings at first, if they are free now. */
      first?: string
      since: number
      refused: readonly string[]
      /** What it wants, and the version of its turn that says so. */
      wants?: Wants
      news?: number
      /** Departments whose lines it has left for the next one's. */
      via?: readonly string[]
    }
  /** What it wants is other than it was; `news` is the version of its turn that says so. */
  | {
      type: 'wantsChanged'
      at: number
      conversation: string
      ticket: number
      wants: Wants
      news: number
    }
  /** Another department asks whether one that waits there can be had here. */
  | {
      type: 'overflowAsked'
      at: number
      from: string
      conversation: string
      ticket: number
      wants: Wants
    }
  /** It no longer waits: taken, ended, moved on. `waited` in ms when somebody took it. */
  | {
      type: 'left'
      at: number
      conversation: string
      ticket: number
      taken: boolean
      waited: number
    }
  | { type: 'reported'; at: number; report: FloorReport }
  /** An agent's answer to an offer, with their figures after it. */
  | {
      type: 'offerAnswered'
      at: number
      conversation: string
      ticket: number
      offer: number
      agent: string
      outcome: Outcome
      report: FloorReport | null
    }
  /** The conversation rang long enough at this agent. */
  | {
      type: 'offerExpired'
      at: number
      conversation: string
      ticket: number
      offer: number
      agent: string
    }
  /** One of its conversations ended, and nobody was there to say why. */
  | { type: 'endedBySilence'; at: number; conversation: string; endedSeq: number }
  /** There is more to give out than one turn hands over. */
  | { type: 'continued'; at: number }
  /** A department that had nobody for one of this line may have somebody now. */
  | { type: 'overflowOpened'; at: number }
  /** It opens or closes by its hours, or they have changed. */
  | { type: 'due.hours'; at: number }
  /** Somebody has waited for so long that another may have them. */
  | { type: 'due.line'; at: number }

export type DepartmentEvent = DepartmentPersonEvent | DepartmentDeskEvent

/** One kind of these, as the rules get it. */
export type Of<T extends DepartmentEvent['type']> = TurnEventOf<DepartmentEvent, T>
