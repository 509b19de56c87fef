import { Problem } from '../problem'
import type { RuleResult } from '../rule'
import { type AspectEvent, isWhyNot, outcomeOf } from './aspects'
import type { ConversationContext as Context, Rule } from './context'
import type { Of } from './events'
import { notice } from './notice'
import * as rights from './rights'
import { addBeside, addSaid, doneBeside, end } from './rules'
import type { MacroStep, WrappingUp } from './steps'
import { handToDepartment } from './transfer'

type Ran = Of<'ran'>
type Outcome = RuleResult<Context> | Problem

/**
 * All that a macro does, one after the other, or why the first that cannot be done is not: then
 * nothing is. What colleagues read of it comes first, under the id of who asked for it.
 */
export const macroOutcome = (context: Context, event: Ran): Outcome => {
  const { name, title, clientId, steps } = event
  const told = notice(context, event, { code: 'ran', name, macro: title })
  const [line] = told.effects
  let now: Context = { ...context, ...told.context }
  const effects: NonNullable<RuleResult<Context>['effects']>[number][] =
    line?.do === 'append' ? [{ ...line, entry: { ...line.entry, clientId } }] : []
  for (const [nth, step] of steps.entries()) {
    const outcome = outcomeOfStep(now, event, step, `${clientId}-${nth + 1}`)
    if (outcome instanceof Problem) return outcome
    now = { ...now, ...outcome.context }
    effects.push(...(outcome.effects ?? []))
  }
  return { context: now, effects }
}

const outcomeOfStep = (
  context: Context,
  event: Ran,
  step: MacroStep,
  clientId: string,
): Outcome => {
  const { author, name, asOf: _, ...when } = event
  const who = { ...when, author, name, clientId }
  if (step.does === 'write') {
    const { event: type, text, mentions = [] } = step
    return addBeside(context, { ...who, type, text, mentions })
  }
  if (step.does === 'change')
    return change(context, { ...step.change, at: event.at } as AspectEvent)
  // The others are for who holds it, and not for what has changed hands since they looked.
  if (!rights.canReply(context, author)) return new Problem('forbidden', 'notYours')
  switch (step.does) {
    case 'say':
      return addSaid(context, { ...who, type: 'said', by: 'agent', text: step.text })
    case 'hand':
      return handToDepartment(context, { ...who, type: 'handed', by: author, to: step.to })
    case 'end':
      return end(context, { ...who, ...wrappingUp(step), type: 'ended', by: 'agent' })
  }
}

const wrappingUp = ({ wrapUp, details }: WrappingUp): WrappingUp =>
  wrapUp === undefined ? {} : { wrapUp, details }

const change = (context: Context, event: AspectEvent): Outcome => {
  const after = outcomeOf(context, event)
  if (!isWhyNot(after))
    return after === null ? {} : { context: { ...after, ...doneBeside(context, event) } }
  const { code, refused, field, values } = after
  return new Problem(code, refused, { field, values })
}

export const runMacro: Rule<Ran> = (context, event) => {
  const outcome = macroOutcome(context, event)
  return outcome instanceof Problem ? {} : outcome
}

/** How one is parted from by it: it is ended, handed over, answered, or none of these. */
export const leadsTo = ({ steps }: Pick<Ran, 'steps'>): 'end' | 'hand' | 'say' | 'beside' => {
  const does = new Set(steps.map((step) => step.does))
  return (['end', 'hand', 'say'] as const).find((one) => does.has(one)) ?? 'beside'
}

/** Whether all of it can be done, and leads there. */
export const runsTo = (context: Context, event: Ran, where: ReturnType<typeof leadsTo>): boolean =>
  leadsTo(event) === where &&
  !rights.hasMovedSince(context, event.asOf) &&
  !(macroOutcome(context, event) instanceof Problem)
