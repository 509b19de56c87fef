import type { AsOf } from '../conversation/events'
import type { AssignedHow } from '../entry'
import type { TurnEventOf } from '../turn-event'
import type { AgentSettings } from './settings'

/** What the office sees of an agent and changes. */
export type SeenAgent = {
  name: string
  departments: readonly string[]
  settings: AgentSettings
}

export type AgentPersonEvent =
  /** Gets a place at the desk: `changes` is what differs from the settings everybody begins with. */
  | {
      type: 'hired'
      at: number
      name: string
      departments: readonly string[]
      changes: Partial<AgentSettings>
      /** Whether their role lets them answer visitors: left out, it does. */
      replies?: boolean
    }
  /** Changed by the office: only what is named here. */
  | {
      type: 'changed'
      at: number
      name?: string
      departments?: readonly string[]
      changes?: Partial<AgentSettings>
      replies?: boolean
      /** As somebody saw them who changes this; of others it is not taken. */
      before?: SeenAgent
    }
  /** Is let in no more: gives everything back and is off until somebody enables them again. */
  | { type: 'disabled'; at: number }
  | { type: 'enabled'; at: number }
  | { type: 'readied'; at: number }
  /**
   * `reason` is one of `awayReasons` or own words; without it nothing is said. `by` is a colleague who
   * leads, where it was not themselves.
   */
  | { type: 'paused'; at: number; reason?: string; by?: { agent: string; name: string } }
  | { type: 'signedOff'; at: number }
  /** Their first connection on a node opened, or their last one there closed. */
  | { type: 'appeared'; at: number; node: string }
  /** `silentMs` is how long nobody had answered before, where that is known. */
  | { type: 'vanished'; at: number; node: string; silentMs?: number }
  /** `claim` is that of the holding which they saw ring; without it, whichever rings. */
  | { type: 'accepted'; at: number; conversation: string; claim?: number }
  | { type: 'declined'; at: number; conversation: string; claim?: number }
  /**
   * Takes a conversation from the line, or a closed one to go on with it; `by` is the colleague who gave
   * it to them, and `over` says that it is one which a colleague holds.
   */
  | ({ type: 'took'; at: number; conversation: string; by?: string; over?: true } & AsOf)

export type AgentDeskEvent =
  | {
      type: 'offered'
      at: number
      conversation: string
      /** Who offers: a department's line, or a colleague who hands it over. */
      from: { department: string } | { agent: string; name: string }
      ticket: number
      /** Grows with every offer of that department; of a hand-over, with every hand-over. */
      offer: number
      /** Whether they are asked first. */
      manual: boolean
      how: AssignedHow
    }
  /** This holding of the conversation is over, or never came to be. */
  | { type: 'freed'; at: number; conversation: string; claim: number; closed: boolean }
  /** This holding is put off, or is so no longer: then it is theirs again, however much they have. */
  | {
      type: 'putOff'
      at: number
      conversation: string
      claim: number
      isOn: boolean
      /** That of the conversation's turn: what is said of an older one says nothing. */
      news: number
    }

export type AgentEvent = AgentPersonEvent | AgentDeskEvent

/** One kind of these, as the rules get it. */
export type Of<T extends AgentEvent['type']> = TurnEventOf<AgentEvent, T>
