import type { ConversationContext } from '../../../actors/conversation/context'
import { noticeOf } from '../../../actors/entry'
import type { AnyEvent } from '../../../actors/events'
import type { Turn } from '../../../actors/turn'
import { arrive, nameOf, takeTurns } from '../cells'
import { reach, type State } from './events'

export const START = 1_000_000

/** Takes further turns from a state: each, what is remembered after them, and in which state. */
export const go = (
  from: State,
  ...more: AnyEvent[]
): { turns: Turn[]; context: ConversationContext; state: string } => {
  const { turns, stored } = takeTurns('conversation', arrive('conversation', reach[from]), more)
  const context = stored?.snapshot.context as ConversationContext
  return { turns, context, state: nameOf(stored?.snapshot.value ?? '') }
}

/** The same event, so many milliseconds after the start. */
export const at = (event: AnyEvent, ms: number): AnyEvent => ({ ...event, at: START + ms })
export const lastOf = (turns: Turn[]) => turns.at(-1) as Turn
/** What the desk said first in a turn. */
export const noticeIn = (turn: Turn) => noticeOf(turn.entries[0])
