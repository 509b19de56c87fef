import type { Effect } from '../effects'
import { isTalk } from '../entry'
import { isDeepEqual } from '../equal'
import { alwaysOpen, type Hours } from '../hours/hours'
import { openDeadline, openMs } from '../hours/open'
import type { Settle, State } from '../logic'
import type { ConversationContext as Context } from './context'
import { notice } from './notice'
import {
  initialSla,
  type SlaClock,
  type SlaClocks,
  type SlaKind,
  type SlaShown,
  slaKinds,
  slaShares,
} from './sla-terms'

/** From how much of the time on it is soon, in %. */
const SOON_SHARE = 75

/**
 * The clocks follow each turn, whatever it was: they begin, stand still, go on and end by what the
 * conversation is after it. Nobody waits while it is put off, has ended, or waits for its visitor, and none runs
 * outside the hours. Whoever has it, the clock is the same.
 */
export const settleSla: Settle<Context> = (before, state, event, effects) => {
  const after = state.context
  const { slaTerms: terms, sla } = after
  if (terms === null) return nothingPromised(after)
  const hours = terms.hours ?? alwaysOpen
  const moved = clocksAfter(before, state, event.at, effects)
  const told: SlaClocks = {}
  let context: Context = after
  const said: Effect[] = []
  for (const kind of slaKinds) {
    const clock = moved[kind]
    if (!clock) continue
    const share = newestShare(clock, hours, event.at)
    told[kind] = { ...clock, told: share }
    if (share === 0 || share <= clock.told) continue
    const noticed = notice(context, event, { code: 'sla', kind, share })
    context = { ...context, ...noticed.context }
    said.push(...noticed.effects)
  }
  const settled = { clocks: told, due: nextDue(told, hours) }
  const rings = event.type === 'due.sla'
  if (!rings && said.length === 0 && isDeepEqual(settled, sla)) return null
  const moves: Effect[] =
    rings || settled.due !== sla.due ? [{ do: 'time', due: 'due.sla', at: settled.due }] : []
  return { context: { ...context, sla: settled }, effects: [...said, ...moves] }
}

/** It came to where nothing is: what ran stops. */
const nothingPromised = (context: Context): ReturnType<Settle<Context>> => {
  const { clocks, due } = context.sla
  if (due === null && Object.keys(clocks).length === 0) return null
  const effects: Effect[] = due === null ? [] : [{ do: 'time', due: 'due.sla', at: null }]
  return { context: { ...context, sla: initialSla }, effects }
}

const clocksAfter = (
  before: Context,
  { context: after, value }: State<Context>,
  at: number,
  effects: readonly Effect[],
): SlaClocks => {
  if (after.closedAt !== null || after.slaTerms === null) return {}
  const begins = before.openedAt === 0 || before.closedAt !== null
  const { first, next, solve } = begins ? {} : after.sla.clocks
  const answer = effects.some(isAnswer) ? {} : { first, next }
  const waits = after.unansweredSince !== null || (begins && after.agent === null)
  const owed = after.answered ? 'next' : 'first'
  const clocks: SlaClocks = {
    ...answer,
    ...(waits && !answer.first && !answer.next ? { [owed]: begun } : {}),
    solve: solve ?? (begins ? begun : undefined),
  }
  const found: SlaClocks = {}
  for (const kind of slaKinds) {
    const clock = clocks[kind]
    const total = totalOf(kind, after)
    if (clock && total > 0)
      found[kind] = ticking({ ...clock, total }, runs(kind, after, value), after, at)
  }
  return found
}

const begun: SlaClock = { total: 0, ran: 0, since: null, told: 0 }

const isAnswer = (effect: Effect): boolean =>
  effect.do === 'append' &&
  effect.entry.by === 'agent' &&
  effect.entry.changes === null &&
  isTalk(effect.entry.body)

/** How long it may take, in ms of time that is open; 0 where nothing is promised. */
export const totalOf = (kind: SlaKind, { slaTerms, priority }: Context): number => {
  if (!slaTerms) return 0
  const isHigh = priority === 'high' || priority === 'urgent'
  return Math.ceil((slaTerms[kind] * (isHigh ? slaTerms.haste : 100)) / 100)
}

/** Whether the desk is waited for: for its end only while its visitor does not have to answer. */
const runs = (kind: SlaKind, { snooze }: Context, value: unknown): boolean =>
  snooze === null && (kind !== 'solve' || !awaitsVisitor(value))

const awaitsVisitor = (value: unknown): boolean =>
  typeof value === 'object' &&
  value !== null &&
  'active' in value &&
  Reflect.get(value.active as object, 'turn') === 'awaitingVisitor'

/** A clock that goes on, or stands from now on. */
const ticking = (
  clock: SlaClock,
  isRunning: boolean,
  { slaTerms }: Context,
  at: number,
): SlaClock => {
  if (isRunning) return clock.since === null ? { ...clock, since: at } : clock
  if (clock.since === null) return clock
  const hours = slaTerms?.hours ?? alwaysOpen
  return { ...clock, ran: clock.ran + openMs(hours, clock.since, at), since: null }
}

/** When so much of its time has run, ms UTC; null while it stands, or is never open again. */
const dueOf = ({ total, ran, since }: SlaClock, share: number, hours: Hours): number | null =>
  since === null ? null : openDeadline(hours, since, Math.ceil((total * share) / 100) - ran)

/** The newest share that has run. */
const newestShare = (clock: SlaClock, hours: Hours, at: number): SlaClock['told'] => {
  const run = slaShares.filter((share) => {
    const due = share > clock.told ? dueOf(clock, share, hours) : null
    return due !== null && due <= at
  })
  return run.at(-1) ?? clock.told
}

const nextDue = (clocks: SlaClocks, hours: Hours): number | null => {
  const times = Object.values(clocks).flatMap((clock) => {
    const share = slaShares.find((one) => one > clock.told)
    return share === undefined ? [] : (dueOf(clock, share, hours) ?? [])
  })
  return times.length === 0 ? null : Math.min(...times)
}

/** What its row shows: the clock that ends first, before those that stand. */
export const slaShown = ({ sla, slaTerms }: Context): SlaShown | null => {
  if (slaTerms === null) return null
  const hours = slaTerms.hours ?? alwaysOpen
  const all = slaKinds.flatMap((kind): SlaShown[] => {
    const clock = sla.clocks[kind]
    if (!clock) return []
    const [dueAt, soonAt] = [dueOf(clock, 100, hours), dueOf(clock, SOON_SHARE, hours)]
    return [{ kind, dueAt, soonAt, left: clock.total - clock.ran }]
  })
  const at = ({ dueAt }: SlaShown) => dueAt ?? Number.POSITIVE_INFINITY
  return all.toSorted((one, other) => at(one) - at(other) || one.left - other.left)[0] ?? null
}
