import { limits } from '../limits'
import { duration, flag, number, settingsOf, words } from '../settings'

const HOUR_MS = 3_600_000

/** How somebody works. Whoever adds a setting adds a line here, its use and its words. */
export const agentSettings = settingsOf({
  /** How many conversations they hold at a time. */
  capacity: number(1, limits.capacity, 5),
  /** Whether they answer visitors, or only look on. */
  mayReply: flag(true),
  /** Languages they speak, `en`; whoever names none is asked in any. */
  languages: words(10, 20, '', 'language'),
  /** What else they are good at, by the words that conversations are known by. */
  skills: words(20, 40),
  /** Rest after each conversation; 0 for none. */
  wrapUp: duration(0, HOUR_MS, 0),
  /** How long a message waits in which its sending can be undone; 0 where it goes at once. */
  undo: duration(0, 30_000, 0),
})
export type AgentSettings = typeof agentSettings.initial
