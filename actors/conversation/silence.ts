import type { Effect } from '../effects'
import type { State } from '../logic'
import type { ConversationContext as Context, Rule } from './context'
import { initialSilence, type Silence } from './silent'

/** When it is looked whether its visitor has been silent for too long. */
const DUE = 'due.silence'

/** It is theirs to say something from now on. */
export const fallSilent: Rule<{ at: number }> = ({ silence }, { at }) => ({
  context: { silence: { ...silence, since: at } },
})

type Event = { type: string; at: number }
type About = Pick<Context, 'silence' | 'timings'>

/**
 * By how much the clock was set back since a time was set that has come: what is remembered is of the
 * clock of then.
 */
const setBackMs = ({ silence }: About, { type, at }: Event): number =>
  type === DUE ? Math.max(0, (silence.due ?? at) - at) : 0

/** Whether they have been silent for too long when it is looked at. */
export const isSilent = (about: About, event: Event): boolean => {
  const { silence, timings } = about
  if (silence.since === null) return true
  return event.at + setBackMs(about, event) >= silence.since + timings.silence
}

/**
 * What is set stays where it is for as long as it is not too late, whoever writes, and is looked at then:
 * it ends, or it is set to when it would. It is over where nobody holds the conversation.
 */
export const settleSilence = (
  { value, context }: State<Context>,
  event: Event,
): { context: Context; effects: readonly Effect[] } | null => {
  const silence = silenceAfter(value, context, event)
  if (silence === context.silence) return null
  const set = event.type === DUE ? null : context.silence.due
  const moves: Effect[] =
    silence.due === set ? [] : [{ do: 'time', due: DUE, at: silence.due } as const]
  return { context: { ...context, silence }, effects: moves }
}

const silenceAfter = (value: unknown, context: Context, event: Event): Silence => {
  const { silence, timings } = context
  const turn = turnIn(value)
  if (turn === undefined) return isNothing(silence) ? silence : initialSilence
  const set = event.type === DUE ? null : silence.due
  if (turn !== 'awaitingVisitor' || silence.since === null)
    return set === silence.due ? silence : { ...silence, due: set }
  const since = silence.since - setBackMs(context, event)
  const ends = since + timings.silence
  const due = set === null ? ends : Math.min(set, ends)
  return due === silence.due && since === silence.since ? silence : { since, due }
}

const isNothing = ({ since, due }: Silence): boolean => since === null && due === null

/** Whose turn it is to say something while somebody holds it; undefined while nobody does. */
const turnIn = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && 'active' in value
    ? (value.active as { turn?: unknown }).turn
    : undefined
