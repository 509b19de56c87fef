import type { Remarks } from '../../actors/department/settings'
import type { Language } from '../words/language'

/** Where a visitor's conversation stands, as the visitor may know it. Times are ms UTC. */
export type VisitorStatus =
  | { state: 'waiting'; since: number; place: number; estimate: number | null }
  /** Offered to somebody, who has not taken it yet. */
  | { state: 'ringing'; since: number }
  /** `here` is false while the agent's connection is lost. */
  | { state: 'active'; agent: { id: string; name: string }; here: boolean }
  /** It cannot go on until somebody has put something right. */
  | { state: 'stuck'; agent: { id: string; name: string } | null }
  /**
   * Nobody is on duty, or nobody came in time: the message stays and will be answered. `told`
   * when the transcript says so too, `helped` when an agent had to leave in the middle of it.
   * `asks` what they may do about it: wait on or leave it at the message, or only that; null once
   * they did. `email` is where an answer reaches them, as far as the desk knows. `shut` outside the
   * hours of its department, with when it opens again; null when that is not in sight.
   */
  | {
      state: 'left'
      told: boolean
      helped: boolean
      asks?: 'both' | 'message' | null
      email?: string
      shut?: { opensAt: number | null }
    }
  | {
      state: 'ended'
      agent: { id: string; name: string } | null
      mayContinue: boolean
      mayRate: boolean
      stars: number | null
      /** They gave stars and no words with them. */
      mayComment: boolean
      /** What there is to say of it by a press; left out where nothing is set. */
      remarks?: Readonly<Record<Language, Remarks>>
    }
