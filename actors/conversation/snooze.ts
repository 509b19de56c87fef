import type { TimerEvent } from '../events'
import type { RuleResult } from '../rule'
import type { TurnEvent } from '../turn-event'
import type { AspectEvent } from './aspects'
import { goToFront } from './assignment'
import type { ConversationContext as Context, Rule } from './context'
import type { Of } from './events'
import { type At, notice } from './notice'
import { addSaid, changeBeside } from './rules'

type Timer = TurnEvent<TimerEvent>

/** Its time has come: it is its holder's again. */
export const wake: Rule<Timer> = (context, event) => woken(context, event, 'time', '')

/** The visitor writes: it is back before its time. */
export const wakeBySaid: Rule<Of<'said'>> = (context, event) =>
  then(context, woken(context, event, 'visitor', event.name), (awake) => addSaid(awake, event))

/** A colleague has it now: whatever it was put off for was for who had it. */
export const wakeSilently: Rule<At> = () => ({ context: { snooze: null } })

/**
 * Its holder has gone off duty, or is out of reach. While it is put off nobody is needed: it stays
 * theirs, takes none of their places, and goes to the line when it wakes.
 */
export const loosen: Rule<Of<'returned'>> = () => ({ context: { claim: 0 } })

/** It wakes, and nobody has a place for it: the front of the line. */
export const requeue: Rule<Timer> = (context, event) =>
  then(context, wake(context, event), (awake) => goToFront(awake, event))

export const requeueBySaid: Rule<Of<'said'>> = (context, event) =>
  then(context, wakeBySaid(context, event), (awake) => goToFront(awake, event))

export const requeueByHand: Rule<AspectEvent> = (context, event) =>
  then(context, changeBeside(context, event), (awake) => goToFront(awake, event))

const woken = (context: Context, event: At, by: 'time' | 'visitor', name: string) => {
  const told = notice(context, event, { code: 'woke', by, name })
  return { context: { ...told.context, snooze: null }, effects: told.effects }
}

/** One rule after another, as one. */
const then = (
  context: Context,
  first: RuleResult<Context>,
  next: (after: Context) => RuleResult<Context>,
): RuleResult<Context> => {
  const second = next({ ...context, ...first.context })
  return {
    context: { ...first.context, ...second.context },
    effects: [...(first.effects ?? []), ...(second.effects ?? [])],
  }
}
