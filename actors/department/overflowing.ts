import { addressOf } from '../address'
import type { Effect } from '../effects'
import { ASK_AGAIN_MS } from '../limits'
import type { LineRow } from '../rows'
import type { DepartmentContext as Context, Rule } from './context'
import type { Of } from './events'
import type { QueueView } from './line'
import { precedenceOf } from './place'
import { isThereFor } from './routing'

/**
 * Asks the other department to have who waits too long here, or behind too many. They stay until it
 * says yes, which it does while somebody there is on duty for them; then they move with the time
 * they have waited. Answers when to look again, ms UTC; null for never.
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
    const again = precedence.asked === 0 ? 0 : precedence.asked + ASK_AGAIN_MS
    const due = Math.max(again, overflowsFrom(settings, row, nth))
    if (due <= at) {
      view.putRow({ ...row, precedence: { ...precedence, asked: at } })
      effects.push(ask({ id, to, at }, row))
    }
    next = Math.min(next, due > at ? due : at + ASK_AGAIN_MS)
  }
  return { effects, next: Number.isFinite(next) ? next : null }
}

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

/** It can be had here while it is open and somebody is on duty for it; without an answer it stays where it is. */
export const answerOverflow: Rule<Of<'overflowAsked'>> = (context, event) => {
  const { at, from, conversation, ticket, wants } = event
  if (context.removedAt !== null || context.shutSince !== null) return {}
  const row = { refused: [], since: at, language: wants.language, precedence: null }
  const terms = { ...context.settings, at }
  if (!event.reads.floor.some((agent) => isThereFor(terms, row, agent))) return {}
  const told = { type: 'overflowed', at, ticket, from, to: context.id, name: context.name } as const
  return { effects: [{ do: 'tell', to: addressOf('conversation', conversation), event: told }] }
}
