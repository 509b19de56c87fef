import { addressOf } from '../address'
import type { Decision } from '../decision'
import type { Effect } from '../effects'
import { MOST_IN_A_ROW } from '../limits'
import type { FloorRow, LineRow } from '../rows'
import type { RuleResult } from '../rule'
import type { DepartmentContext as Context } from './context'
import { othersFrom } from './fit'
import { isHandedOut } from './hours'
import type { QueueView } from './line'
import { askToOverflow } from './overflowing'
import { choose, isFree } from './routing'

type Turn = { at: number }

/**
 * Offers the waiting to the free, in order, until nobody is free. More than one turn's worth is
 * left to the next turn, which this one asks for. What was `asked` for one agent rings there first.
 */
export const offerWaiting = (
  context: Context,
  turn: Turn,
  view: QueueView,
  asked?: { conversation: string; first: string },
): RuleResult<Context> => {
  const decisions: Effect[] = []
  const terms = { ...context.settings, at: turn.at }
  let { offer } = context
  let lookAt = Number.POSITIVE_INFINITY
  for (const row of view.waiting()) {
    if (!isHandedOut(context, row)) continue
    if (!view.floor().some(isFree)) break
    // Others stand between what was read and this one: the next turn has them.
    if (decisions.length > 0 && view.isBehind(row)) break
    const { chosen, free, kept } = choose(
      ...([terms, row, view.floor()] as const),
      asked?.conversation === row.conversation ? asked.first : undefined,
    )
    if (!chosen) {
      lookAt = Math.min(lookAt, othersFrom(terms, row) ?? lookAt)
      continue
    }
    offer += 1
    view.putRow({ ...row, offeredTo: chosen.agent, offer })
    view.putAgent({
      ...chosen,
      offers: [...chosen.offers, row.conversation],
      lastOffer: offer,
      ...(terms.fairLimit > 0 ? { recent: withRecent(chosen, offer) } : {}),
    })
    decisions.push(
      decided(context, turn, row, chosen, kept),
      offered(context, turn, row, chosen, { offer, candidates: free }),
    )
  }
  const goesOn =
    view.more && view.floor().some(isFree) && decisions.length > 0 ? [goOnLater(context, turn)] : []
  const overflow = askToOverflow(context, turn, view)
  const looks = lookNext(context, Math.min(lookAt, overflow.next ?? lookAt))
  return {
    // Whoever is free or not now: what was passed on is asked about again in a while.
    context: {
      ...looks.context,
      offer,
      askAgain: view.waiting().some((row) => row.refused.length > 0),
    },
    effects: [
      ...[...view.effects(), ...decisions, ...goesOn],
      ...[...overflow.effects, ...looks.effects],
    ],
  }
}

/** The numbers of their last few offers. */
const withRecent = ({ recent }: FloorRow, offer: number): readonly number[] =>
  [...(recent ?? []), offer].slice(-MOST_IN_A_ROW)

/** When the line is looked at though nothing happens: told where it is another time than before. */
const lookNext = (
  { lookAt: before }: Context,
  soonest: number,
): { context: Pick<Context, 'lookAt'>; effects: readonly Effect[] } => {
  const lookAt = Number.isFinite(soonest) ? soonest : null
  const effects = lookAt === before ? [] : [{ do: 'time', due: 'due.line', at: lookAt } as const]
  return { context: { lookAt }, effects }
}

const goOnLater = (context: Context, turn: Turn): Effect => ({
  do: 'tell',
  to: addressOf('department', context.id),
  event: { type: 'continued', at: turn.at },
})

/** Why it is rung at this agent, for whoever asks later. */
const decided = (
  context: Context,
  { at }: Turn,
  { conversation, ticket }: LineRow,
  { agent }: FloorRow,
  kept: Pick<Decision, 'candidates' | 'others'>,
): Effect => ({
  do: 'decide',
  decision: {
    department: context.id,
    conversation,
    ticket,
    at,
    strategy: context.settings.strategy,
    chosen: agent,
    ...kept,
  },
})

/** Tells the agent that it rings at them. */
const offered = (
  context: Context,
  { at }: Turn,
  { conversation, ticket }: LineRow,
  { agent }: FloorRow,
  { offer, candidates }: { offer: number; candidates: number },
): Effect => ({
  do: 'tell',
  to: addressOf('agent', agent),
  event: {
    type: 'offered',
    at,
    conversation,
    from: { department: context.id },
    ticket,
    offer,
    manual: context.settings.acceptance === 'manual',
    how: { how: 'chosen', strategy: context.settings.strategy, candidates },
  },
})
