import { addressOf } from '../address'
import type { Effect } from '../effects'
import type { RuleResult } from '../rule'
import type { ConversationContext as Context, Rule } from './context'
import type { Of } from './events'
import { type At, deskClientId, notice, orderedAt } from './notice'
import type { WrappingUp } from './steps'

type Person = At & { author: string; name: string }

/** What was filled in, as a line that only colleagues see; nothing where nothing was asked. */
const wrapUpLine = (
  context: Context,
  event: Person & WrappingUp,
): { context: Partial<Context>; effects: readonly Effect[] } => {
  const { wrapUp, details = '', author, name } = event
  if (wrapUp === undefined) return { context: {}, effects: [] }
  if (wrapUp === 'missing') return missing(context, event)
  const seq = context.lastSeq + 1
  const at = orderedAt(context, event)
  const entry = {
    ...({ seq, clientId: deskClientId(seq), by: 'agent', author, name, at } as const),
    text: details,
    body: { kind: 'wrapUp', fields: wrapUp.fields } as const,
    changes: null,
  }
  return {
    context: { lastSeq: seq, lastAt: at, wrapUp: { filled: true, seq } },
    effects: [{ do: 'append', entry }],
  }
}

const missing = (context: Context, event: At) => {
  const told = notice(context, event, { code: 'notWrappedUp' })
  const wrapUp = { filled: false, seq: told.context.lastSeq }
  return { context: { ...told.context, wrapUp }, effects: told.effects }
}

/** After what ended it. */
export const withWrapUp = (
  context: Context,
  ended: RuleResult<Context>,
  event: Person & WrappingUp,
): RuleResult<Context> => {
  const line = wrapUpLine({ ...context, ...ended.context }, event)
  return {
    context: { ...ended.context, ...line.context },
    effects: [...(ended.effects ?? []), ...line.effects],
  }
}

/** Nobody is there who knows whether anything is asked: its department says so. */
export const askAfter = (context: Context, event: At, endedSeq: number): Effect => ({
  do: 'tell',
  to: addressOf('department', context.department),
  event: { type: 'endedBySilence', at: event.at, conversation: context.id, endedSeq },
})

/** Its department asks for something at the end, and nobody was there to fill it in. */
export const missWrapUp: Rule<Of<'wrapUpMissed'>> = missing

/** What was not filled in, or otherwise, is filled in after the end. */
export const fillWrapUp: Rule<Of<'wrappedUp'>> = wrapUpLine
