import { addressOf } from '../address'
import type { Effect } from '../effects'
import { ASK_AGAIN_MS } from '../limits'
import type { LineRow } from '../rows'
import type { RuleResult } from '../rule'
import type { DepartmentContext as Context, Rule } from './context'
import type { Of } from './events'
import type { QueueView } from './line'
import { precedenceOf } from './place'
import { isThereFor } from './routing'
import { slaOf } from './settings'

/** It is asked again after as long as they have waited until then, but after so long in any case, ms. */
const LONGEST_PAUSE_MS = 10 * 60_000

/**
 * Asks the other department to have who waits too long here, or behind too many. They stay until it
 * says yes, which it does while somebody there is on duty for them; then they move with the time
 * they have waited. It is asked again as soon as somebody comes on duty there, and now and then besides.
 * Answers when to look again, ms UTC; null for never.
 */
export const askToOverflow = (
  { id, settings }: Context,
  { at }: { at: number },
  view: QueueView,
): { effects: Effect[]; next: number | null } => {
  const { overflowTo: to } = settings
  const effects: Effect[] = []
  let next = Number.POSITIVE_INFINITY
  if (to === '' || to === id) return { effects, next: null }
  for (const [nth, row] of view.waiting().entries()) {
    const precedence = precedenceOf(row)
    if (row.lane < 1 || precedence.via.includes(to)) continue
    const again = (asked: number) => (asked === 0 ? 0 : asked + pauseAfter(asked - row.since))
    const due = Math.max(again(precedence.asked), overflowsFrom(settings, row, nth))
    if (due <= at) {
      view.putRow({ ...row, precedence: { ...precedence, asked: at } })
      effects.push(ask({ id, to, at }, row))
    }
    next = Math.min(next, due > at ? due : again(at))
  }
  return { effects, next: Number.isFinite(next) ? next : null }
}

const pauseAfter = (waitedMs: number): number =>
  Math.min(LONGEST_PAUSE_MS, Math.max(ASK_AGAIN_MS, waitedMs))

/** From when on it is too much for this line, ms UTC; behind too many it is so at once. */
const overflowsFrom = (
  { overflowLength, overflowWait }: Context['settings'],
  { since }: LineRow,
  nth: number,
): number => {
  if (overflowLength > 0 && nth >= overflowLength) return 0
  return overflowWait > 0 ? since + overflowWait : Number.POSITIVE_INFINITY
}

const ask = ({ id, to, at }: { id: string; to: string; at: number }, row: LineRow): Effect => {
  const { conversation, ticket, language } = row
  const { priority, topics } = precedenceOf(row)
  const wants = { priority, language, topics }
  const event = { type: 'overflowAsked', at, from: id, conversation, ticket, wants } as const
  return { do: 'tell', to: addressOf('department', to), event }
}

/** Departments that are remembered: no desk has more that overflow into one. */
const MOST_TURNED_AWAY = 50

/**
 * It can be had here while it is open and somebody is on duty for it. Without an answer it stays where it
 * is, and whoever asked hears when that may be otherwise.
 */
export const answerOverflow: Rule<Of<'overflowAsked'>> = (context, event) => {
  const { at, from, conversation, ticket, wants } = event
  const row = { refused: [], since: at, language: wants.language, precedence: null }
  const terms = { ...context.settings, at }
  const isOpen = context.removedAt === null && context.shutSince === null
  if (!isOpen || !event.reads.floor.some((agent) => isThereFor(terms, row, agent)))
    return { context: { turnedAway: withNew(context.turnedAway, from) } }
  const { sla = null } = slaOf(context.settings, at)
  const where = { from, to: context.id, name: context.name }
  const told = { type: 'overflowed', at, ticket, ...where, sla } as const
  return { effects: [{ do: 'tell', to: addressOf('conversation', conversation), event: told }] }
}

const withNew = (all: readonly string[], one: string): readonly string[] =>
  all.includes(one) ? all : [...all, one].slice(-MOST_TURNED_AWAY)

/** Somebody has come on duty, or it opens: those that were turned away may ask again. */
export const callBack = (
  step: RuleResult<Context>,
  { turnedAway }: Pick<Context, 'turnedAway'>,
  { at }: { at: number },
): RuleResult<Context> => {
  if (turnedAway.length === 0) return step
  const event = { type: 'overflowOpened', at } as const
  const told = turnedAway.map((id): Effect => {
    return { do: 'tell', to: addressOf('department', id), event }
  })
  return {
    context: { ...step.context, turnedAway: [] },
    effects: [...(step.effects ?? []), ...told],
  }
}
